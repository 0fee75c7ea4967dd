/**
 * From when on a poll reads. All times are of the ERP's clock, in milliseconds since 1970, unless they
 * say otherwise.
 */

/** What the poll before has left. */
export interface Watch {
	/** Everything before this was handed on; reading begins here. */
	readonly readFrom: number;
	/** From here on, everything that was handed on is remembered. */
	readonly seenFrom: number;
	/** The ERP's clock at the last poll. */
	readonly erpDate: number;
	/** n8n's clock at the last poll. */
	readonly localDate: number;
}

/** The same moment by several clocks. */
export interface Moment {
	readonly erpDate: number;
	readonly localDate: number;
	/** Milliseconds since the last poll, at least, by a clock that never jumps; undefined after a restart. */
	readonly elapsed: number | undefined;
}

/** `Date` has whole seconds, and clocks are corrected by little all the time. */
const tolerance = 5_000;
/** Beyond the overlap, for clocks that are set back a little. */
const leastGuard = 60_000;

/**
 * By how many milliseconds the ERP's clock was set back since the last poll, 0 where it was not. What
 * was saved since then has times that were read before. Small corrections are covered by the overlap.
 *
 * After a restart nobody knows how much time has passed for certain: n8n's own clock is believed only
 * when the ERP's is behind where it was.
 */
export function setBackBy(watch: Watch, now: Moment): number {
	const visibly = watch.erpDate - now.erpDate;
	if (now.elapsed !== undefined) {
		const back = visibly + now.elapsed;
		return back > tolerance ? back : 0;
	}
	if (visibly <= tolerance) return 0;
	return visibly + Math.max(0, now.localDate - watch.localDate) + tolerance;
}

/** How a poll ended. */
export interface PollEnd {
	readonly now: Moment;
	/** What `setBackBy` said. */
	readonly back: number;
	/** Milliseconds in which a change may become visible after it was made. */
	readonly overlap: number;
	/** Where the reading stopped before its end; undefined where it did not. */
	readonly stoppedAt: number | undefined;
}

/**
 * What the next poll begins with. A change that becomes visible after this poll's first answer was made
 * at most the overlap before it; what was read only to a point is read on from there.
 */
export function nextWatch(watch: Watch, { now, back, overlap, stoppedAt }: PollEnd): Watch {
	const settled = now.erpDate - overlap;
	const reached = stoppedAt === undefined ? settled : Math.min(stoppedAt, settled);
	// A start in the future stays; so does a start that the overlap would reach back over.
	const readFrom = back > 0 ? reached : Math.max(watch.readFrom, reached);
	const readBefore = Math.min(watch.seenFrom, watch.readFrom - back);
	return {
		readFrom,
		seenFrom: Math.max(readBefore, readFrom - Math.max(overlap, leastGuard)),
		erpDate: now.erpDate,
		localDate: now.localDate,
	};
}

/**
 * Whether a change that is read again, and that nobody remembers, is an old one: it happened at a time
 * that the ERP's clock, which was set back, has yet to reach again.
 */
export function isFromBefore(stamp: number, watch: Watch, now: Moment): boolean {
	return stamp < watch.seenFrom && stamp > now.erpDate + tolerance;
}
