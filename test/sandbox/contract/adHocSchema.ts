import type { ContractFacts, SchemaFacts } from './contract.ts';

/**
 * Custom fields by where they live: path of linked entities and details from the record (`''` = the
 * record itself, `Details`, `MainContact/Address`) -> view -> field -> type (`CustomStringField`).
 */
export type CustomFields = Readonly<
	Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

/** Actions that only a form's workflow has: action -> view -> field of the dialog -> type. */
export type WorkflowActions = Readonly<
	Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
>;

/** How deep linked entities and details are shown; schemas refer to each other in circles. */
const maxDepth = 2;

function skeleton(
	contract: ContractFacts,
	schema: SchemaFacts,
	customFields: CustomFields,
	path: readonly string[],
): Record<string, unknown> {
	const record: Record<string, unknown> = { note: null };
	for (const name of Object.keys(schema.fields)) record[name] = { value: null };
	const nested = path.length < maxDepth;
	for (const [name, schemaName] of Object.entries(nested ? schema.linked : {})) {
		const target = contract.schemas[schemaName];
		if (target) record[name] = skeleton(contract, target, customFields, [...path, name]);
	}
	for (const [name, schemaName] of Object.entries(nested ? schema.details : {})) {
		const target = contract.schemas[schemaName];
		if (target) record[name] = [skeleton(contract, target, customFields, [...path, name])];
	}
	record['custom'] = emptyFields(customFields[path.join('/')] ?? {});
	return record;
}

/**
 * What `GET {Entity}/$adHocSchema` answers: an empty record with every custom field by view, also in its
 * linked entities and detail rows, and the actions of the form: those in the contract, and those of its
 * workflow with the fields of their dialogs.
 *
 * @param workflowActions action -> view -> field -> type
 * @throws Error where the contract has no such entity
 */
export function adHocSchema(
	contract: ContractFacts,
	entity: string,
	customFields: CustomFields,
	workflowActions: WorkflowActions = {},
): Record<string, unknown> {
	const facts = contract.entities[entity];
	const schema = contract.schemas[facts?.schema ?? ''];
	if (facts === undefined || schema === undefined) {
		throw new Error(`The contract has no entity ${entity}`);
	}
	const contractActions = Object.entries(facts.actions).map(([action, parameters]) => ({
		[action]: {
			parameters: Object.fromEntries(
				Object.keys(parameters).map((parameter) => [parameter, { value: null }]),
			),
		},
	}));
	return {
		...skeleton(contract, schema, customFields, []),
		_workflowActions: [
			...contractActions,
			...Object.entries(workflowActions).map(([action, views]) => ({
				[action]: { parameters: { custom: emptyFields(views) } },
			})),
		],
	};
}

function emptyFields(views: Readonly<Record<string, Readonly<Record<string, string>>>>) {
	return Object.fromEntries(
		Object.entries(views).map(([view, fields]) => [
			view,
			Object.fromEntries(
				Object.entries(fields).map(([field, type]) => [field, { type, value: null }]),
			),
		]),
	);
}
