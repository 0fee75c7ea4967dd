import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { AdHocSchema } from '../contract/adHocSchema';
import { endpointLabel } from '../contract/endpoint';
import { fieldTypeOf } from '../contract/entityFields';
import { nearestNames } from '../contract/nearest';
import { locatorValue } from './editorConnection';
import { lookUpEntity, type EntityModel } from './entityModel';
import { mapperField } from './mapperField';
import { fieldsWithout, noFields, wayOut, withStaleFields } from './staleFields';

const parameter = 'parameterFields';

/** The parameters of the chosen action, and the fields of its dialog where it has one. */
export async function mapActionParameters(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const action = locatorValue(this, 'action');
	if (locatorValue(this, 'entity') === '' || action === '')
		return noFields('Choose entity and action to see its parameters.');
	try {
		return await lookUpEntity(this, async (model) => {
			const { discovery, endpoint, entity } = model;
			const adHoc = await discovery.adHocSchema(endpoint, entity).catch(() => undefined);
			const fields = parameterFields(model, action, adHoc);
			// What has a view is a field of a dialog.
			const mayBeThere = (id: string) => adHoc === undefined && id.includes('.');
			const owner = `the action ${action}`;
			const known = withStaleFields(this, parameter, fields, owner, mayBeThere);
			return known.fields.length > 0 ? known : noFields(whyNone(model, action, adHoc));
		});
	} catch (error) {
		return fieldsWithout(this, parameter, error);
	}
}

export function parameterFields(
	{ place, entity }: Pick<EntityModel, 'place' | 'entity'>,
	action: string,
	adHoc: AdHocSchema | undefined,
): ResourceMapperField[] {
	const declared = place.schema.entities.get(entity)?.actions.get(action) ?? new Map();
	const dialog = adHoc?.workflowActions.get(action) ?? [];
	return [
		...[...declared].map(([id, type]) => mapperField({ id, type, isOwnField: true }, {}, true)),
		...dialog.map(({ view, name, type }) => {
			const column = { id: `${view}.${name}`, type: fieldTypeOf(type), isOwnField: false };
			return mapperField(column, {}, true);
		}),
	];
}

/** Most actions have no parameters; a misspelled one looks the same unless somebody says so. */
function whyNone(
	{ place, entity, endpoint }: EntityModel,
	action: string,
	adHoc: AdHocSchema | undefined,
): string {
	const declared = place.schema.entities.get(entity)?.actions;
	if (declared?.has(action) === true || adHoc?.workflowActions.has(action) === true)
		return `${action} has no parameters that Acumatica lists.`;
	const label = endpointLabel(endpoint);
	if (adHoc === undefined)
		return `The description of ${label} has no action "${action}" of ${entity}, and those of the form's workflow could not be read. ${wayOut}`;
	const names = new Set([...(declared?.keys() ?? []), ...adHoc.workflowActions.keys()]);
	const nearest = nearestNames(action, [...names]);
	return [
		`${entity} in ${label} has no action "${action}".`,
		...(nearest.length > 0 ? [`Did you mean ${nearest.join(' or ')}?`] : []),
		'Names are case-sensitive.',
	].join(' ');
}
