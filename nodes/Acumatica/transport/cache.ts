import type { Clock } from './clock';

/**
 * Remembers what an instance publishes (endpoints, entity names, custom fields) for a while. Those who
 * ask at the same time share one look-up; where it fails, those who waited share one more.
 */
export interface Cache<Value> {
	/** @param lifetime milliseconds that a value may be old for this asker; by default the cache's */
	get(key: string, clock: Clock, look: () => Promise<Value>, lifetime?: number): Promise<Value>;
}

/** What all entries may weigh together. The newest stays whatever it weighs: else it would be read again and again. */
export interface WeightLimit<Value> {
	readonly weigh: (value: Value) => number;
	readonly heaviest: number;
}

interface Entry<Value> {
	readonly since: number;
	readonly value: Promise<Value>;
	/** Zero while it is looked up. */
	readonly weight: number;
}

/**
 * @param lifetime milliseconds that a value is kept
 * @param most entries kept; the oldest goes first
 * @param limit by which more of the oldest go, where values differ in size
 */
export function createCache<Value>(
	lifetime: number,
	most: number,
	limit?: WeightLimit<Value>,
): Cache<Value> {
	const entries = new Map<string, Entry<Value>>();
	const begin = (key: string, clock: Clock, look: () => Promise<Value>) => {
		const value = look();
		const earlier = entries.get(key);
		entries.delete(key);
		entries.set(key, { since: clock.now(), value, weight: 0 });
		const [oldest] = entries.keys();
		if (entries.size > most && oldest !== undefined) entries.delete(oldest);
		value.then(
			(found) => limit !== undefined && keepWithin(limit, entries, { key, value, found }),
			() => putBack(entries, key, value, earlier),
		);
		return value;
	};
	return {
		async get(key, clock, look, accepted = lifetime) {
			const acceptable = () => {
				const known = entries.get(key);
				const isFresh = known !== undefined && clock.now() - known.since < accepted;
				return isFresh ? known.value : undefined;
			};
			const known = acceptable();
			if (known === undefined) return await begin(key, clock, look);
			return await known.catch(async () => {
				// Why another's look-up failed (it was cancelled, say) need not hold for this one. Twenty who
				// waited for it need not ask twenty times, though: the first of them asks for all.
				const other = acceptable();
				return await (other === undefined || other === known ? begin(key, clock, look) : other);
			});
		},
	};
}

/** Some accept an older value, and an outage must not cost them theirs. */
function putBack<Value>(
	entries: Map<string, Entry<Value>>,
	key: string,
	failed: Promise<Value>,
	earlier: Entry<Value> | undefined,
): void {
	if (entries.get(key)?.value !== failed) return;
	if (earlier === undefined) entries.delete(key);
	else entries.set(key, earlier);
}

/** Weighs what was found. Look-ups that are under way have no weight yet, and stay to be shared. */
function keepWithin<Value>(
	{ weigh, heaviest }: WeightLimit<Value>,
	entries: Map<string, Entry<Value>>,
	newest: { readonly key: string; readonly value: Promise<Value>; readonly found: Value },
): void {
	const entry = entries.get(newest.key);
	if (entry?.value !== newest.value) return;
	entries.set(newest.key, { ...entry, weight: weigh(newest.found) });
	let weight = [...entries.values()].reduce((sum, one) => sum + one.weight, 0);
	for (const [key, one] of entries) {
		if (weight <= heaviest) return;
		if (key === newest.key || one.weight === 0) continue;
		entries.delete(key);
		weight -= one.weight;
	}
}
