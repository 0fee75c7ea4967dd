import type { ContractFacts } from './contract.ts';
import { documentPaths, type OperationWriter, type Subject } from './documentPaths.ts';
import { anyAction, type Json } from './documentSchemas.ts';
import { definitionReference } from './swagger2Definitions.ts';

const mediaTypes = ['application/json', 'text/json'];

const inPath = (name: string, type: Json): Json => ({ in: 'path', name, required: true, ...type });
const inQuery = (name: string, type: Json): Json => ({ in: 'query', name: `$${name}`, ...type });
const text = { type: 'string' };
const whole = { type: 'integer', format: 'int32' };

const addresses = {
	ids: inPath('ids', { type: 'array', items: text, collectionFormat: 'pipes' }),
	id: inPath('id', { type: 'string', format: 'uuid' }),
};
const queryOfRecord = ['select', 'filter', 'expand', 'custom'].map((name) => inQuery(name, text));

const answer = (description: string, schema: Json): Json => ({ description, schema });
const failure = (description: string): Json =>
	answer(description, definitionReference('HttpError'));
const located = (description: string): Json => ({
	description,
	headers: { Location: { type: 'string', format: 'uri' } },
});

const always = { '401': failure('Nobody is signed in.'), '500': failure('The server failed.') };
const refused = ({ record }: Subject): Json => ({
	'400': failure('The body cannot be read.'),
	'412': failure('A record must or must not exist, as the header says.'),
	'422': answer('The record breaks a rule.', record),
});

interface Parts {
	readonly parameters?: readonly Json[];
	readonly responses: Json;
	/** The body's name and schema. */
	readonly body?: readonly [name: string, schema: Json];
}

function operation(
	{ entity }: Subject,
	name: string,
	{ parameters, responses, body }: Parts,
): Json {
	const inBody =
		body === undefined ? [] : [{ in: 'body', name: body[0], required: true, schema: body[1] }];
	const all = [...(parameters ?? []), ...inBody];
	return {
		tags: [entity],
		operationId: `${entity}_${name}`,
		...(body === undefined ? {} : { consumes: mediaTypes }),
		produces: mediaTypes,
		...(all.length === 0 ? {} : { parameters: all }),
		responses: { ...responses, ...always },
	};
}

function invocation(subject: Subject, name: string, body: string, parameters?: readonly Json[]) {
	return operation(subject, `InvokeAction_${name}`, {
		parameters,
		body: ['invocation', definitionReference(body)],
		responses: {
			'202': located('The action runs.'),
			'204': located('The action is done.'),
			...refused(subject),
		},
	});
}

const writer: OperationWriter = {
	reference: definitionReference,
	list: (subject) =>
		operation(subject, 'GetList', {
			parameters: [...queryOfRecord, inQuery('skip', whole), inQuery('top', whole)],
			responses: { '200': answer('The records.', { type: 'array', items: subject.record }) },
		}),
	read: (subject, name, address) =>
		operation(subject, name, {
			parameters: [addresses[address], ...queryOfRecord],
			responses: { '200': answer('The record.', subject.record) },
		}),
	remove: (subject, name, address) =>
		operation(subject, name, {
			parameters: [addresses[address]],
			responses: { '204': { description: 'Deleted.' } },
		}),
	put: (subject) =>
		operation(subject, 'PutEntity', {
			parameters: queryOfRecord,
			body: ['entity', subject.record],
			responses: { '200': answer('The record as it is now.', subject.record), ...refused(subject) },
		}),
	invoke: (subject, action) => invocation(subject, action, action),
	invokeAny: (subject) =>
		invocation(subject, 'CustomAction', anyAction(subject.entity), [inPath('actionName', text)]),
	showCustomFields: (subject) =>
		operation(subject, 'GetAdHocSchema', {
			responses: { '200': answer('Fields that are not in the contract.', subject.record) },
		}),
	attach: (subject) =>
		operation(subject, 'PutFile', {
			parameters: [addresses.ids, inPath('filename', text)],
			responses: { '204': located('Attached.') },
		}),
};

/** All paths of an endpoint's document; the format knows no PATCH. */
export function swagger2Paths(contract: ContractFacts): Record<string, Json> {
	return documentPaths(contract, writer);
}
