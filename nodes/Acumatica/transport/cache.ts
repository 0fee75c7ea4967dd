import type { Clock } from './clock';

/**
 * Remembers what an instance publishes (endpoints, entity names, custom fields) for a while. Those who
 * ask at the same time share one look-up; where it fails, those who waited share one more.
 */
export interface Cache<Value> {
	/** @param lifetime milliseconds that a value may be old for this asker; by default the cache's */
	get(key: string, clock: Clock, look: () => Promise<Value>, lifetime?: number): Promise<Value>;
}

/**
 * @param lifetime milliseconds that a value is kept
 * @param most entries kept; the oldest goes first
 */
export function createCache<Value>(lifetime: number, most: number): Cache<Value> {
	const entries = new Map<string, { readonly since: number; readonly value: Promise<Value> }>();
	const begin = (key: string, clock: Clock, look: () => Promise<Value>) => {
		const value = look();
		const earlier = entries.get(key);
		entries.delete(key);
		entries.set(key, { since: clock.now(), value });
		const [oldest] = entries.keys();
		if (entries.size > most && oldest !== undefined) entries.delete(oldest);
		value.catch(() => {
			if (entries.get(key)?.value !== value) return;
			// Some accept an older value, and an outage must not cost them theirs.
			if (earlier === undefined) entries.delete(key);
			else entries.set(key, earlier);
		});
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
