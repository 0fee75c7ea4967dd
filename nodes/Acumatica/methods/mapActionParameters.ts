import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import type { AdHocSchema } from '../contract/adHocSchema';
import { fieldTypeOf } from '../contract/entityFields';
import { locatorValue } from './editorConnection';
import { lookUpEntity, type EntityModel } from './entityModel';
import { mapperField } from './mapperField';
import { fieldsWithout, withStaleFields } from './staleFields';

const parameter = 'parameterFields';

/** The parameters of the chosen action, and the fields of its dialog where it has one. */
export async function mapActionParameters(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const action = locatorValue(this, 'action');
	if (locatorValue(this, 'entity') === '' || action === '')
		return { fields: [], emptyFieldsNotice: 'Choose entity and action to see its parameters.' };
	try {
		return await lookUpEntity(this, async (model) => {
			const { discovery, endpoint, entity } = model;
			const adHoc = await discovery.adHocSchema(endpoint, entity).catch(() => undefined);
			const fields = parameterFields(model, action, adHoc);
			// What has a view is a field of a dialog.
			const mayBeThere = (id: string) => adHoc === undefined && id.includes('.');
			const owner = `the action ${action}`;
			const known = withStaleFields(this, parameter, fields, owner, mayBeThere);
			return known.fields.length > 0
				? known
				: { fields: [], emptyFieldsNotice: `${action} has no parameters that Acumatica lists.` };
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
