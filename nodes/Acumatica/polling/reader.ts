import { NodeApiError, type INode } from 'n8n-workflow';

import { queryParameters, type RecordQuery } from '../contract/query';
import { recordPath } from '../contract/recordKey';
import type { WireRecord } from '../contract/scalar';
import { subject, type About } from '../transport/about';
import { recordsOf } from '../transport/pages';
import type { Api } from '../transport/rejection';
import { answerDate, stampLiteral } from './stamp';

/** What is watched, and how it is asked for. */
export interface Watched {
	readonly api: Api;
	readonly node: INode;
	/** Path of the endpoint below the instance. */
	readonly path: string;
	readonly entity: string;
	/** The user's own filter, select, expand and custom fields. */
	readonly query: RecordQuery;
	readonly about: About;
}

/** Records of one request, and when the ERP answered by its own clock. */
export interface Reading {
	readonly records: readonly WireRecord[];
	/** Milliseconds since 1970; undefined where the answer does not say. */
	readonly date: number | undefined;
}

/** A stretch of time: the first millisecond is in it, the last is not; without one it has no end. */
export interface Stretch {
	readonly from: number;
	readonly to: number | undefined;
}

/** Reads what was changed in a stretch of time. Each method sends one request. */
export interface ChangeReader {
	/** @param skip how many to leave out in front, in the order that the ERP lists them in */
	read(stretch: Stretch, most: number, skip?: number): Promise<Reading>;
	/** The same, with no other field than the time: to count. */
	glimpse(stretch: Stretch, most: number, skip?: number): Promise<Reading>;
}

/**
 * @param field the time of the last change, or of the creation
 * @param needed other fields that are read, whatever the user selects
 */
export function changeReader(
	watched: Watched,
	field: string,
	needed: readonly string[] = [],
): ChangeReader {
	const { select = [] } = watched.query;
	const query = {
		...watched.query,
		...(select.length > 0 && { select: [...new Set([...select, field, ...needed])] }),
	};
	const reading =
		(fields: RecordQuery) =>
		async (stretch: Stretch, most: number, skip = 0) =>
			await ask(watched, { ...fields, filter: within(watched, field, stretch) }, most, skip);
	return { read: reading(query), glimpse: reading({ select: [field] }) };
}

/** Any record, to see which fields it has. */
export async function anyRecord(watched: Watched): Promise<Reading> {
	return await ask(watched, {}, 1, 0);
}

function within({ query }: Watched, field: string, { from, to }: Stretch): string {
	const since = `${field} ge ${stampLiteral(from)}`;
	const until = to === undefined ? '' : ` and ${field} lt ${stampLiteral(to)}`;
	const own = query.filter?.trim() ?? '';
	return own === '' ? `${since}${until}` : `${since}${until} and (${own})`;
}

async function ask(
	{ api, path, entity, about, node }: Watched,
	query: RecordQuery,
	most: number,
	skip: number,
): Promise<Reading> {
	const { body, headers } = await api(
		{
			method: 'GET',
			path: `${path}/${recordPath(entity)}`,
			query: {
				...queryParameters(query),
				$top: String(most),
				...(skip > 0 && { $skip: String(skip) }),
			},
			expect: 'json',
			replay: 'safe',
		},
		about,
	);
	const records = recordsOf(body);
	if (records !== undefined) return { records, date: answerDate(headers.date) };
	throw new NodeApiError(
		node,
		{},
		{
			message: `Could not ${about.doing} ${subject(about)}: the answer holds no list of records`,
			description:
				'Check that the Instance URL of the credential leads to an Acumatica and not to another service.',
		},
	);
}
