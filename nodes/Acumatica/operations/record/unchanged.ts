import { NodeOperationError } from 'n8n-workflow';
import { DateTime } from 'luxon';

import { keyLabel, type RecordKey } from '../../contract/recordKey';
import { RecordFault } from '../../contract/recordFault';
import { dateTimeOf, type WireRecord } from '../../contract/scalar';
import { modifiedFields } from '../../contract/timestamps';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';
import { fieldValue } from './addressing';
import { fetchRecord } from './fetchRecord';

/** The ERP's database keeps times in steps of 3.33 ms, and shows them rounded. */
const precision = 4;

/**
 * Reads the option `onlyIfUnchangedSince`: an ISO date-time with its offset, as the ERP returns it, or
 * a date of n8n's. Undefined where it is empty.
 *
 * @throws RecordFault when it is none
 */
export function readUnchangedSince(value: unknown): DateTime | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = dateTimeOf(value, (entered) => DateTime.fromISO(entered, { setZone: true }));
	const hasOffset = typeof value !== 'string' || /(?:Z|[+-]\d\d:?\d\d)\s*$/i.test(value);
	if (time.isValid && hasOffset) return time;
	throw new RecordFault(
		'Only If Unchanged Since',
		`holds "${String(value)}", which is not a time with its offset. Enter it as the ERP returns it, for example 2026-01-31T10:30:00.12+00:00`,
	);
}

/**
 * Makes sure that nobody has changed a record since the given time: the guard of two-way
 * synchronization. The API has no entity tags, so this is a read right before the write; a change
 * between the two goes unnoticed. A record that does not exist is nobody's conflict.
 *
 * @throws NodeOperationError when it was changed later, or has no modification time
 */
export async function requireUnchanged(
	call: OperationCall,
	target: EntityTarget,
	key: RecordKey,
	since: DateTime,
): Promise<void> {
	const modified = modificationTime(await fetchRecord(call, target, key));
	const name = `${target.entity} "${keyLabel(key)}"`;
	if (modified === undefined) {
		throw new NodeOperationError(call.node, `${name} has no modification time to compare`, {
			itemIndex: call.itemIndex,
			description: 'Remove the option Only If Unchanged Since for this entity.',
		});
	}
	if (modified.toMillis() - since.toMillis() <= precision) return;
	const conflict = new NodeOperationError(
		call.node,
		`${name} was changed at ${modified.toISO() ?? ''}, after ${since.toISO() ?? ''}: it was left as it is`,
		{
			itemIndex: call.itemIndex,
			description:
				'Read the record again, decide which of the two changes counts, and repeat the write.',
		},
	);
	conflict.context.faultKind = 'changedSince';
	throw conflict;
}

function modificationTime(record: WireRecord): DateTime | undefined {
	for (const field of modifiedFields) {
		const value = fieldValue(record, field);
		const time = typeof value === 'string' ? DateTime.fromISO(value, { setZone: true }) : undefined;
		if (time?.isValid === true) return time;
	}
	return undefined;
}
