import { readFault } from '../contract/fault';
import { faultKind, type FaultKind } from '../contract/faultKind';
import type { Exchange, FailureReason } from './request';

/** How an exchange ended, as far as sending it again is concerned. */
export type Verdict =
	/** Nothing to repeat: it worked, or would fail the same way. */
	| { readonly again: 'no' }
	/** Not executed: may be repeated, whatever it does. */
	| {
			readonly again: 'refused';
			readonly because: string;
			readonly most: number;
			readonly wants?: 'session';
	  }
	/** May have been executed. */
	| {
			readonly again: 'doubtful';
			readonly because: string;
			readonly most: number;
			readonly wants?: undefined;
	  };

/** As often as the patience allows: the ERP has said that it will have time later. */
export const unlimited = Number.POSITIVE_INFINITY;
const fewTimes = 3;

const refusals: Readonly<Partial<Record<FaultKind, string>>> = {
	tooManyRequests: 'the license limit of the ERP (429)',
	loginLimit: 'a free session of the license (API Login Limit)',
	longOperation: 'another operation on this form to end (409)',
};

const failures: Readonly<Partial<Record<FailureReason, Verdict>>> = {
	refused: {
		again: 'refused',
		because: 'the server, which refused the connection',
		most: fewTimes,
	},
	cut: { again: 'doubtful', because: 'the connection, which broke', most: fewTimes },
	unreadable: { again: 'doubtful', because: 'a complete answer', most: fewTimes },
	// The time-out is long already; a second one is as much as anyone can want.
	timedOut: { again: 'doubtful', because: 'the server, which did not answer in time', most: 1 },
};

/**
 * Judges an exchange: may, and should, its request be sent again?
 * Pure, and the only place that decides on it (design decision 7).
 */
export function verdict(exchange: Exchange): Verdict {
	if (exchange.kind === 'failure') {
		const judged = failures[exchange.reason] ?? { again: 'no' };
		// A sign-in leaves no data behind, so that no doubt about it matters.
		return judged.again === 'doubtful' && exchange.phase === 'signIn'
			? { ...judged, again: 'refused' }
			: judged;
	}
	if (exchange.status < 400) return { again: 'no' };
	const kind = faultKind(exchange.status, readFault(exchange.text));
	const refusal = refusals[kind];
	if (refusal !== undefined) {
		const refused = { again: 'refused', because: refusal, most: unlimited } as const;
		return kind === 'loginLimit' ? { ...refused, wants: 'session' } : refused;
	}
	if (kind !== 'gateway') return { again: 'no' };
	const because = `the gateway before the ERP (status ${exchange.status})`;
	return { again: exchange.phase === 'signIn' ? 'refused' : 'doubtful', because, most: fewTimes };
}
