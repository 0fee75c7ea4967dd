/**
 * How a stretch of time with more changes than one request may return is cut into slices. Times are
 * milliseconds since 1970; a slice has its first millisecond and not its last.
 */

/** What is known of one change before its record is read. */
export interface Glimpse {
	readonly stamp: number;
	/** Whether it was handed on before. */
	readonly isSeen: boolean;
}

export interface Slice {
	readonly from: number;
	/** Undefined: without end. */
	readonly to: number | undefined;
	/** Set where all of it happened in one instant, and is more than a page. */
	readonly instant?: number;
	/** Changes in it that were not handed on yet. */
	readonly fresh: number;
}

/**
 * Cuts a stretch of time whose changes are all known into slices of at most a page each, as few as
 * possible. Stretches in which nothing is new are left out.
 */
export function slicesOf(
	glimpses: readonly Glimpse[],
	stretch: { readonly from: number; readonly to: number | undefined },
	pageSize: number,
): Slice[] {
	const sorted = [...glimpses].sort((a, b) => a.stamp - b.stamp);
	const slices: Slice[] = [];
	for (let first = 0, from = stretch.from; first < sorted.length;) {
		const next = endOfPage(sorted, first, pageSize);
		const isLast = next >= sorted.length;
		const to = isLast ? stretch.to : between(sorted[next - 1]?.stamp, sorted[next]?.stamp);
		const inside = sorted.slice(first, next);
		const fresh = inside.filter(({ isSeen }) => !isSeen).length;
		const instant = inside.length > pageSize ? inside[0]?.stamp : undefined;
		if (fresh > 0) slices.push({ from, to, fresh, ...(instant !== undefined && { instant }) });
		first = next;
		from = to ?? from;
	}
	return slices;
}

/** Where the page that begins with `first` ends; what happened in one instant is never torn apart. */
function endOfPage(sorted: readonly Glimpse[], first: number, pageSize: number): number {
	const full = first + pageSize;
	if (full >= sorted.length) return sorted.length;
	let end = full;
	while (end > first && sorted[end - 1]?.stamp === sorted[end]?.stamp) end--;
	if (end > first) return end;
	end = full;
	while (end < sorted.length && sorted[end]?.stamp === sorted[first]?.stamp) end++;
	return end;
}

/** The database keeps times in steps of 3.33 ms and shows them rounded: half-way is safe from both. */
function between(before: number | undefined, after: number | undefined): number | undefined {
	if (before === undefined || after === undefined) return undefined;
	return Math.ceil((before + after) / 2);
}

/** The share of a sample to cut at, when a stretch turns out to hold more than can be looked at once. */
const shares = [0.9, 0.3, 0.05];

/**
 * The end of a shorter stretch, from a sample of a stretch that holds too much. The sample may be the
 * oldest part of it, where the ERP lists records as they were made, or a random one: the first guess
 * hopes for the former, the next ones do not.
 *
 * @returns undefined where the whole sample happened in one instant
 */
export function shorterEnd(stamps: readonly number[], attempt: number): number | undefined {
	const sorted = [...stamps].sort((a, b) => a - b);
	const share = shares[Math.min(attempt, shares.length - 1)] ?? 0;
	const first = sorted[0];
	const cut = sorted[Math.floor((sorted.length - 1) * share)];
	if (first === undefined || cut === undefined) return undefined;
	// At least the first instant has to stay inside.
	const outside = sorted.findIndex((stamp) => stamp >= cut && stamp > first);
	return outside < 1 ? undefined : between(sorted[outside - 1], sorted[outside]);
}
