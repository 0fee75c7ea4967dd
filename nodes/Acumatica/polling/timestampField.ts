import { NodeOperationError } from 'n8n-workflow';

import { shapeAt } from '../contract/schema';
import type { WireRecord } from '../contract/scalar';
import { createdFields, modifiedFields, timestampFieldsOf } from '../contract/timestamps';
import type { Discovery } from '../transport/discovery';
import { inquiryAdvice } from '../transport/inquiryAdvice';
import type { Endpoint } from '../contract/endpoint';
import { anyRecord, type Watched } from './reader';
import type { PollSettings } from './settings';
import { stampOf } from './stamp';

/** The fields by which changes of an entity are told. */
export interface TimestampFields {
	/** The one to watch. */
	readonly field: string;
	/** When a record was created, where the entity says so. */
	readonly createdField: string | undefined;
}

export interface FoundFields extends TimestampFields {
	/** The ERP's clock, where it answered on the way. */
	readonly date: number | undefined;
}

/**
 * Finds the timestamp fields of the entity: in any record of it, and where there is none, or it leaves
 * them open, in the schema.
 *
 * @throws NodeOperationError when the entity has none that the event needs
 */
export async function findTimestampFields(
	watched: Watched,
	discovery: Discovery,
	endpoint: Endpoint,
	settings: PollSettings,
): Promise<FoundFields> {
	const { records, date } = await anyRecord(watched);
	const [record] = records;
	const seen = record === undefined ? undefined : fieldsOfRecord(record);
	const needsCreated = settings.event !== 'createdOrUpdated';
	const isClear = seen?.modified !== undefined && (!needsCreated || seen.created !== undefined);
	const { modified, created } = isClear ? seen : await fieldsOfSchema(watched, discovery, endpoint);
	const changed = settings.timestampField || modified;
	const field = settings.event === 'created' ? created : changed;
	if (field === undefined || (needsCreated && created === undefined)) {
		const usual =
			settings.event === 'created' || settings.event === 'updated'
				? 'Watch the event Created or Updated instead, or choose an entity that has one: the list of entities shows only those.'
				: 'Choose another entity: the list shows those that have one. Or name a field with the time of the change in the option Timestamp Field.';
		throw new NodeOperationError(watched.node, missing(settings, changed === undefined), {
			description: inquiryAdvice(watched.about, usual),
		});
	}
	return { field, createdField: created, date };
}

function missing({ entity, event }: PollSettings, isUnwatchable: boolean): string {
	return isUnwatchable
		? `${entity} cannot be watched: it has no time of the last change`
		: `The event "${event}" of ${entity} cannot be told: it has no time of creation`;
}

/** A field that is empty in this record may be of any type: then the schema has to tell. */
function fieldsOfRecord(record: WireRecord) {
	const first = (names: readonly string[]) =>
		names.find((name) => stampOf(record, name) !== undefined);
	return { modified: first(modifiedFields), created: first(createdFields) };
}

async function fieldsOfSchema({ entity }: Watched, discovery: Discovery, endpoint: Endpoint) {
	const shape = shapeAt(await discovery.schema(endpoint), entity);
	const found = shape === undefined ? undefined : timestampFieldsOf(shape);
	return { modified: found?.modified[0], created: found?.created[0] };
}
