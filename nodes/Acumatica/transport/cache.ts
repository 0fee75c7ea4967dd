import type { Clock } from './clock';

/**
 * Remembers what an instance publishes (endpoints, entity names, custom fields) for a while. Those who
 * ask at the same time share one look-up; after one that failed, each looks for itself.
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
		get(key, clock, look, accepted = lifetime) {
			const known = entries.get(key);
			if (known === undefined || clock.now() - known.since >= accepted)
				return begin(key, clock, look);
			// Why another's look-up failed (it was cancelled, say) need not hold for this one.
			return known.value.catch(async () => await begin(key, clock, look));
		},
	};
}
