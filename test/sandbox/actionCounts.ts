import type { LedgerAction } from './ledgerEntry.ts';

/** How often each action was started on each record. */
export class ActionCounts {
	readonly #entries = new Map<string, LedgerAction>();

	/** In the order of the first time. */
	all(): readonly LedgerAction[] {
		return [...this.#entries.values()];
	}

	/** @returns what to call when it fails later */
	count(action: Omit<LedgerAction, 'times' | 'failed'>): { readonly fail: () => void } {
		const key = [action.tenant, action.entity, action.action, action.id].join('/');
		const { times = 0, failed = 0 } = this.#entries.get(key) ?? {};
		this.#entries.set(key, { ...action, times: times + 1, failed });
		return {
			fail: () => {
				const entry = this.#entries.get(key);
				if (entry !== undefined) this.#entries.set(key, { ...entry, failed: entry.failed + 1 });
			},
		};
	}

	clear(): void {
		this.#entries.clear();
	}
}
