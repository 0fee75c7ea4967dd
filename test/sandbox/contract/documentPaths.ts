import type { ContractFacts, EntityFacts } from './contract.ts';
import type { Json } from './documentSchemas.ts';

/** One entity of a document: its name and the reference to its schema. */
export interface Subject {
	readonly entity: string;
	readonly record: Json;
}

/** Addresses of one record: by its keys, or by its ID. */
export type RecordAddress = 'ids' | 'id';

/** How one format of document writes the operations down; `name` is the operation's ID without the entity. */
export interface OperationWriter {
	readonly reference: (schema: string) => Json;
	list(subject: Subject): Json;
	read(subject: Subject, name: string, address: RecordAddress): Json;
	remove(subject: Subject, name: string, address: RecordAddress): Json;
	put(subject: Subject): Json;
	/** Undefined: the format knows no PATCH. */
	patch?(subject: Subject): Json;
	invoke(subject: Subject, action: string): Json;
	/** Actions that are not in the contract, by a placeholder in the path. */
	invokeAny(subject: Subject): Json;
	showCustomFields(subject: Subject): Json;
	attach(subject: Subject): Json;
}

function entityPaths(
	entity: string,
	{ schema, actions }: EntityFacts,
	writer: OperationWriter,
): Record<string, Json> {
	const subject = { entity, record: writer.reference(schema) };
	const patch = writer.patch?.(subject);
	return {
		...Object.fromEntries(
			Object.keys(actions).map((action) => [
				`/${entity}/${action}`,
				{ post: writer.invoke(subject, action) },
			]),
		),
		[`/${entity}/{actionName}`]: { post: writer.invokeAny(subject) },
		[`/${entity}/$adHocSchema`]: { get: writer.showCustomFields(subject) },
		[`/${entity}/{ids}`]: {
			get: writer.read(subject, 'GetByKeys', 'ids'),
			delete: writer.remove(subject, 'DeleteByKeys', 'ids'),
		},
		[`/${entity}/{ids}/files/{filename}`]: { put: writer.attach(subject) },
		[`/${entity}/{id}`]: {
			get: writer.read(subject, 'GetById', 'id'),
			delete: writer.remove(subject, 'DeleteById', 'id'),
		},
		[`/${entity}`]: {
			get: writer.list(subject),
			put: writer.put(subject),
			...(patch === undefined ? {} : { patch }),
		},
	};
}

/** All paths of an endpoint's document, the same in every format. */
export function documentPaths(
	{ entities }: ContractFacts,
	writer: OperationWriter,
): Record<string, Json> {
	const paths: Record<string, Json> = {};
	for (const [entity, facts] of Object.entries(entities)) {
		Object.assign(paths, entityPaths(entity, facts, writer));
	}
	return paths;
}
