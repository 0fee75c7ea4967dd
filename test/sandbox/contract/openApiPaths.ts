import type { ContractFacts } from './contract.ts';
import { documentPaths, type OperationWriter, type Subject } from './documentPaths.ts';
import { anyAction, type Json } from './documentSchemas.ts';
import { schemaReference } from './openApiSchemas.ts';

const content = (schema: Json): Json => ({
	'application/json': { schema },
	'text/json': { schema },
});
const answer = (description: string, schema: Json): Json => ({
	description,
	content: content(schema),
});
const shared = (name: string): Json => ({ $ref: `#/components/responses/${name}` });
const parameters = (...names: readonly string[]): readonly Json[] =>
	names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

const always = {
	'401': shared('ContractBasedControllerBase_401'),
	'500': shared('ContractBasedControllerBase_500'),
};
const alwaysOnRecords = { ...always, '409': shared('EntityController_409') };
const queryOfRecord = ['select', 'filter', 'expand', 'custom'];

const location = { Location: { schema: { type: 'string', format: 'uri' } } };
const httpError = (description: string): Json => answer(description, schemaReference('HttpError'));

/** Answers that do not depend on the entity. */
export const openApiResponses: Json = {
	ContractBasedControllerBase_401: httpError('Nobody is signed in.'),
	ContractBasedControllerBase_500: httpError('The server failed.'),
	EntityController_409: { description: 'The session still works on this form.' },
	DeleteByKeys_204: { description: 'Deleted.' },
	DeleteById_204: { description: 'Deleted.' },
	PutFile_204: { description: 'Attached.', headers: location },
	PutEntity_400: httpError('The body is not a record.'),
	PutEntity_412: httpError('A record must or must not exist, as the header says.'),
	PatchEntity_400: httpError('The body is not a record.'),
	PatchEntity_404: httpError('There is no such record.'),
	PatchEntity_412: httpError('PATCH does not create records.'),
	InvokeAction_202: { description: 'The action runs.', headers: location },
	InvokeAction_204: { description: 'The action is done.', headers: location },
	InvokeAction_400: httpError('The body is not an invocation.'),
	InvokeAction_409: { description: 'The session still works on this form.' },
	InvokeAction_412: httpError('A record must or must not exist, as the header says.'),
};

const inPath = (name: string, schema: Json): Json => ({ name, in: 'path', required: true, schema });
const inQuery = (name: string, schema: Json): Json => ({ name: `$${name}`, in: 'query', schema });

/** Parameters that do not depend on the entity. */
export const openApiParameters: Json = {
	actionName: inPath('actionName', { type: 'string' }),
	ids: inPath('ids', { type: 'string' }),
	id: inPath('id', { type: 'string', format: 'uuid' }),
	filename: inPath('filename', { type: 'string' }),
	select: inQuery('select', { type: 'string' }),
	filter: inQuery('filter', { type: 'string' }),
	expand: inQuery('expand', { type: 'string' }),
	custom: inQuery('custom', { type: 'string' }),
	skip: inQuery('skip', { type: 'integer', format: 'int32' }),
	top: inQuery('top', { type: 'integer', format: 'int32' }),
};

const operation = ({ entity }: Subject, name: string, rest: Json): Json => ({
	tags: [entity],
	operationId: `${entity}_${name}`,
	...rest,
});

const refusedRecord = ({ record }: Subject): Json => ({
	'422': answer('The record breaks a rule.', record),
});

const sharedAnswers = (name: string, statuses: readonly string[]): Json =>
	Object.fromEntries(statuses.map((status) => [status, shared(`${name}_${status}`)]));

const read = (subject: Subject, name: string, key: string): Json =>
	operation(subject, name, {
		parameters: parameters(key, ...queryOfRecord),
		responses: { '200': answer('The record.', subject.record), ...alwaysOnRecords },
	});

const list = (subject: Subject): Json =>
	operation(subject, 'GetList', {
		parameters: parameters(...queryOfRecord, 'skip', 'top'),
		responses: {
			'200': answer('The records.', { type: 'array', items: subject.record }),
			...alwaysOnRecords,
		},
	});

const remove = (subject: Subject, name: string, key: string): Json =>
	operation(subject, name, {
		parameters: parameters(key),
		responses: { ...sharedAnswers(name, ['204']), ...alwaysOnRecords },
	});

const write = (subject: Subject, name: string, failures: readonly string[]): Json =>
	operation(subject, name, {
		parameters: parameters(...queryOfRecord),
		requestBody: { content: content(subject.record), required: true, 'x-bodyName': 'entity' },
		responses: {
			'200': answer('The record as it is now.', subject.record),
			...sharedAnswers(name, failures),
			...refusedRecord(subject),
			...alwaysOnRecords,
		},
	});

const invoke = (subject: Subject, name: string, body: string, own: Json = {}): Json =>
	operation(subject, `InvokeAction_${name}`, {
		...own,
		requestBody: {
			content: content(schemaReference(body)),
			required: true,
			'x-bodyName': 'invocation',
		},
		responses: {
			...sharedAnswers('InvokeAction', ['202', '204', '400', '409', '412']),
			...refusedRecord(subject),
			...always,
		},
	});

const schemaOfCustomFields = (subject: Subject): Json =>
	operation(subject, 'GetAdHocSchema', {
		responses: {
			'200': answer('Fields that are not in the contract.', subject.record),
			...alwaysOnRecords,
		},
	});

const attach = (subject: Subject): Json =>
	operation(subject, 'PutFile', {
		parameters: parameters('ids', 'filename'),
		responses: { ...sharedAnswers('PutFile', ['204']), ...alwaysOnRecords },
	});

const writer: OperationWriter = {
	reference: schemaReference,
	list,
	read,
	remove,
	put: (subject) => write(subject, 'PutEntity', ['400', '412']),
	patch: (subject) => write(subject, 'PatchEntity', ['400', '404', '412']),
	invoke: (subject, action) => invoke(subject, action, action),
	invokeAny: (subject) =>
		invoke(subject, 'CustomAction', anyAction(subject.entity), {
			parameters: parameters('actionName'),
		}),
	showCustomFields: schemaOfCustomFields,
	attach,
};

/** All paths of an endpoint's document. */
export function openApiPaths(contract: ContractFacts): Record<string, Json> {
	return documentPaths(contract, writer);
}
