import type { Clock } from './clock';

/** What one execution may spend on waiting for the ERP, over all its requests. */
export interface Patience {
	/** Milliseconds waited so far; waits at the same time count once. */
	readonly waited: () => number;
	/** Books a wait that starts now; false, and nothing booked, when it would exceed the allowance. */
	spend(milliseconds: number): boolean;
}

/** @param allowance milliseconds that all waits together may take */
export function createPatience(allowance: number, clock: Clock): Patience {
	let waited = 0;
	let coveredUntil = -Infinity;
	return {
		waited: () => waited,
		spend(milliseconds) {
			const now = clock.now();
			const until = now + milliseconds;
			const added = Math.max(0, until - Math.max(now, coveredUntil));
			if (waited + added > allowance) return false;
			waited += added;
			coveredUntil = Math.max(coveredUntil, until);
			return true;
		},
	};
}
