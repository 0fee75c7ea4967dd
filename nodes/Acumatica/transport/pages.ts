import { isRecord, type WireRecord } from '../contract/scalar';

/** How much of a list is wanted. */
export interface PageBounds {
	/** Records in one request. */
	readonly pageSize: number;
	/** Records in all; without it, every one. */
	readonly limit?: number;
}

/** Asks for records `skip` to `skip + top` of a list; afresh when what was read before is known to be out of date. */
export type AskPage = (
	top: number,
	skip: number,
	afresh: boolean,
) => Promise<readonly WireRecord[]>;

/** A list whose rows look different in every answer never joins: then it is read on as it comes. */
const mostRetreats = 20;

/**
 * Reads a list page by page. The API has neither a count nor a link to the next page, so each request
 * asks for one record more than the page: if it comes, there is a next page, and no empty one has to
 * be fetched to find the end. That record is read again as the first of the next page. If another
 * stands there, records before it have come or gone meanwhile, and the reading goes back until it
 * finds one that it knows; so none falls through, and, told apart by their IDs, none comes twice.
 */
export async function* pages(
	ask: AskPage,
	{ pageSize, limit = Infinity }: PageBounds,
): AsyncGenerator<readonly WireRecord[], void, void> {
	const seen = new Set<string>();
	let peeked: WireRecord | undefined;
	let given = 0;
	let skip = 0;
	let retreats = 0;
	let next = ask(Math.min(pageSize + 1, limit), 0, false);
	for (;;) {
		const records = await next;
		const continues =
			skip === 0 ||
			seen.size === 0 ||
			retreats >= mostRetreats ||
			isKnown(records[0], peeked, seen);
		if (!continues) retreats++;
		// What stands behind a gap is left for when the reading comes by again: it must not be known by then.
		const fresh = continues ? unseen(records, peeked, seen).slice(0, limit - given) : [];
		given += fresh.length;
		const isLast = given >= limit || (continues && records.length <= pageSize);
		if (!isLast) {
			peeked = continues ? records[pageSize] : undefined;
			skip = continues ? skip + pageSize : Math.max(0, skip - pageSize);
			// On its way while this page is worked on. A failure is met when it is awaited.
			next = ask(Math.min(pageSize + 1, limit - given + 1), skip, retreats > 0);
			next.catch(() => undefined);
		}
		yield fresh;
		if (isLast) return;
	}
}

function isKnown(
	first: WireRecord | undefined,
	peeked: WireRecord | undefined,
	seen: ReadonlySet<string>,
): boolean {
	if (first === undefined) return false;
	if (peeked !== undefined && isSame(first, peeked)) return true;
	return typeof first.id === 'string' && seen.has(first.id);
}

function unseen(
	records: readonly WireRecord[],
	peeked: WireRecord | undefined,
	seen: Set<string>,
): WireRecord[] {
	const [first] = records;
	const isPeeked = first !== undefined && peeked !== undefined && isSame(first, peeked);
	return records.slice(isPeeked ? 1 : 0).filter((record) => isFresh(record, seen));
}

function isFresh({ id }: WireRecord, seen: Set<string>): boolean {
	if (typeof id !== 'string') return true;
	if (seen.has(id)) return false;
	seen.add(id);
	return true;
}

/** Records without a NoteID (rows of inquiries, some custom entities) may get a new ID in each answer. */
function isSame(a: WireRecord, b: WireRecord): boolean {
	if (typeof a.id === 'string' && a.id === b.id) return true;
	const fields = ({ id: _id, rowNumber: _rowNumber, _links, ...rest }: WireRecord) =>
		JSON.stringify(rest);
	return fields(a) === fields(b);
}

/** The records of a list answer. Lists are bare arrays; anything else is undefined. */
export function recordsOf(body: unknown): readonly WireRecord[] | undefined {
	return Array.isArray(body) && body.every(isRecord) ? body : undefined;
}
