import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { columnsOf, type Column } from '../contract/columns';
import { anyCustomFields } from '../contract/customFieldTypes';
import { endpointLabel } from '../contract/endpoint';
import { keyFieldsOf, type KeyFieldCertainty } from '../contract/keyFields';
import { findMember, type Place } from '../contract/member';
import { locatorValue } from './editorConnection';
import { lookUpEntity, type EntityModel } from './entityModel';
import { mapperField } from './mapperField';
import { fieldsWithout, noFields, withStaleFields } from './staleFields';

const parameter = 'recordFields';

/** The fields of the chosen entity, for the resource mapper of create, update and upsert. */
export async function mapRecordFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	if (locatorValue(this, 'entity') === '') return noFields('Choose an entity to see its fields.');
	try {
		const operation = this.getCurrentNodeParameter('operation');
		return await lookUpEntity(this, (model) => {
			const owner = `${model.entity} in ${endpointLabel(model.endpoint)}`;
			const fields = recordFields(model, modeOf(operation));
			const mayBeThere = (id: string) => mayBeCustom(model.place, id);
			return withStaleFields(this, parameter, fields, owner, mayBeThere);
		});
	} catch (error) {
		return fieldsWithout(this, parameter, error);
	}
}

/** Where nobody could read the custom fields, a name with a view may be any of them. */
function mayBeCustom(place: Place, id: string): boolean {
	if (place.custom !== undefined) return false;
	return findMember({ ...place, custom: anyCustomFields }, id)?.member.kind === 'custom';
}

type MappingMode = 'create' | 'update' | 'upsert';

function modeOf(operation: unknown): MappingMode {
	return operation === 'update' || operation === 'upsert' ? operation : 'create';
}

/** @param mode with create nothing is looked for; else some of the fields tell which record is meant */
export function recordFields(
	{ place, entity, endpoint }: Pick<EntityModel, 'place' | 'entity' | 'endpoint'>,
	mode: MappingMode,
): ResourceMapperField[] {
	const matches = mode !== 'create';
	const known = keyFieldsOf(entity);
	// An entity of another endpoint may share its name with one of Default and have other keys.
	const certainty: KeyFieldCertainty = endpoint.name === 'Default' ? known.certainty : 'guessed';
	const keys = { names: known.names, certainty };
	// Who creates what is not there cannot know its ID: then keys that are a guess are the better proposal.
	const isCertain = certainty === 'certain' || (mode === 'upsert' && known.names.length > 0);
	const columns = columnsOf(place, entity, keys) ?? [];
	const prominent = matches ? [] : prominentOf(columns);
	const fields = columns.map((column) =>
		mapperField(
			column,
			{
				...(column.key !== undefined && { displayName: `${column.id} ${keyMark(column.key)}` }),
				defaultMatch: matches && isCertain && column.key !== undefined,
				// Also for new records: the panel keeps its fields when it goes from Create to Update.
				canBeUsedToMatch: column.type !== 'Detail' && column.id !== 'note',
			},
			column.key !== undefined || prominent.includes(column),
		),
	);
	if (!matches) return fields;
	const id: Column = { id: 'id', type: 'Guid', isOwnField: false };
	const asId = {
		displayName: 'id (of the record)',
		canBeUsedToMatch: true,
		defaultMatch: mode === 'update' && !isCertain,
	};
	return [mapperField(id, asId, mode === 'update' && !isCertain), ...fields];
}

function keyMark(certainty: KeyFieldCertainty): string {
	return certainty === 'certain' ? '(key field)' : '(probably key field)';
}

/** What most new records need, to begin with; the list "Add field" has the rest. */
function prominentOf(columns: readonly Column[]): readonly Column[] {
	const known = columns.filter(({ id, isOwnField, type }) => {
		if (type === 'Detail') return id === 'Details';
		return isOwnField && /^(?:CustomerID|VendorID|Date|Description|Hold|[A-Za-z]*Name)$/.test(id);
	});
	// Entities of other endpoints go by names of their own: an empty panel would look broken.
	const isBare = known.length === 0 && columns.every(({ key }) => key === undefined);
	return isBare ? columns.filter(({ isOwnField }) => isOwnField).slice(0, 8) : known;
}
