import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { canBeFilteredBy, conditionFieldText } from '../contract/conditionField';
import { contentsOf, type EntityField } from '../contract/entityFields';
import { lookUpEntity } from './entityModel';

/**
 * The fields that records of the chosen entity can be filtered by: its own, custom ones, and those of
 * linked entities.
 */
export async function loadFilterFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const fields = await lookUpEntity(
		this,
		({ place, entity }) => contentsOf(place.schema, entity, place.custom)?.fields ?? [],
	);
	return fields
		.filter(canBeFilteredBy)
		.map((field) => ({ field, depth: field.within.length + (field.view === undefined ? 0 : 0.5) }))
		.sort((a, b) => a.depth - b.depth || label(a.field).localeCompare(label(b.field), 'en'))
		.map(({ field }) => option(label(field), field));
}

function option(name: string, field: EntityField): INodePropertyOptions {
	return { name, value: conditionFieldText(field), description: field.type };
}

function label({ within, view, name }: EntityField): string {
	return [...within, view === undefined ? name : `${name} (${view})`].join(' › ');
}
