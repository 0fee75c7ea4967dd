import type { Clock } from './clock';
import { createGate, type LicenseGate, type LicenseLimit } from './gate';
import type { Party } from './party';
import { cancelled, type Layer } from './request';

/** The only memory that executions share. Other workers in queue mode have their own: 429 is the truth. */
const gates = new Map<string, LicenseGate>();

/** The gate of an instance, shared by all executions of this process. */
export function gateOf(key: string): LicenseGate {
	const known = gates.get(key);
	if (known !== undefined) return known;
	const gate = createGate();
	gates.set(key, gate);
	return gate;
}

/** Lets each request through the gate, and takes its place back when the answer is there. */
export function withinLicense(
	gate: LicenseGate,
	party: Party,
	limit: LicenseLimit,
	clock: Clock,
	signal?: AbortSignal,
): Layer {
	return (next) => async (request) => {
		if (!(await gate.enter(party, limit, clock, signal))) return cancelled;
		try {
			return await next(request);
		} finally {
			gate.leave();
		}
	};
}
