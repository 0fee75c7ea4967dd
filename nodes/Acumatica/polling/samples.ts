import type { INodeExecutionData } from 'n8n-workflow';

import { itemsOf, withEvents } from './event';
import { changeReader, type Watched } from './reader';
import { seenChanges } from './seenChanges';
import type { PollSettings } from './settings';
import { stampOf } from './stamp';
import type { FoundFields } from './timestampField';

const hour = 3_600_000;
/** How far back to look for samples, until there are some; then anything will do. */
const spans = [hour, 24 * hour, 30 * 24 * hour, undefined];
const wanted = 10;

/**
 * A few records that were changed lately, for the editor to show what the trigger will bring. The API
 * cannot sort: each request looks further back, until there are some.
 */
export async function readSamples(
	watched: Watched,
	settings: PollSettings,
	{ field, createdField, date }: FoundFields,
	localDate: number,
): Promise<INodeExecutionData[]> {
	const needed = createdField === undefined ? [] : [createdField];
	const reader = changeReader(watched, field, needed);
	for (const span of spans) {
		const from = span === undefined ? 0 : (date ?? localDate) - span;
		const { records } = await reader.read(
			{ from, to: undefined },
			span === undefined ? wanted : 200,
		);
		const creations = { createdField, from: 0, known: seenChanges() };
		const read = records.map((record) => ({
			id: String(record.id),
			stamp: stampOf(record, field) ?? 0,
			record,
		}));
		const changes = withEvents(read, settings, creations);
		if (changes.length > 0) return itemsOf(changes, settings).reverse().slice(0, wanted);
	}
	return [];
}
