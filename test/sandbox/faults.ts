import type { RequestKind } from './exchange.ts';

/** Which requests a fault is for; what is left out matches all. */
export interface FaultMatch {
	readonly method?: string;
	/** Text that the path (below the origin, with the query) contains, or a pattern. */
	readonly path?: string | RegExp;
	readonly kind?: RequestKind;
}

type When = 'beforeExecution' | 'afterExecution';

/** What goes wrong. `when: 'afterExecution'` lets the request do its work first. */
export type FaultAnswer =
	| {
			readonly status: number;
			/** Sent as it is, or as the HTTP date so many seconds from now. */
			readonly retryAfter?: string | { readonly dateInSeconds: number };
			/** Text is sent as it is, anything else as JSON; left out: what such a status usually says. */
			readonly body?: unknown;
			readonly contentType?: string;
			readonly when?: When;
	  }
	| { readonly html: true; readonly status?: number; readonly when?: When }
	/** `~/` is the instance, as in ASP.NET. */
	| { readonly redirect: string }
	/** `midUpload` is for files only: the connection ends while the client still sends. */
	| { readonly cut: When | 'midAnswer' | 'midUpload' }
	/** No answer until the client gives up. */
	| { readonly never: When }
	/** The server forgets the request's session before it looks, or the one that the request opens. */
	| { readonly endSession: true }
	/** The real answer without its body. */
	| { readonly empty: 200 | 204 }
	| { readonly delay: number; readonly when?: When }
	| { readonly truncated: true }
	| { readonly contentType: string };

export interface Fault {
	readonly match?: FaultMatch;
	/** How many requests it hits; default 1. */
	readonly times?: number;
	readonly answer: FaultAnswer;
}

export interface FaultTarget {
	readonly method: string;
	readonly path: string;
	readonly kind: RequestKind;
}

/** The faults that are still to come, in the order they were scripted. */
export class FaultScript {
	#waiting: { readonly fault: Fault; left: number }[] = [];

	add(...faults: readonly Fault[]): void {
		for (const fault of faults) this.#waiting.push({ fault, left: fault.times ?? 1 });
	}

	clear(): void {
		this.#waiting = [];
	}

	/** How many requests will still be hit. */
	get left(): number {
		return this.#waiting.reduce((sum, { left }) => sum + left, 0);
	}

	/**
	 * The fault for this request, which is thereby used up once.
	 *
	 * @param isDue whether such a fault can show now; a later one is not looked for
	 */
	take(
		target: FaultTarget,
		isDue: (answer: FaultAnswer) => boolean = () => true,
	): FaultAnswer | undefined {
		const hit = this.#waiting.find(({ fault }) => matchesTarget(fault.match ?? {}, target));
		if (hit === undefined || !isDue(hit.fault.answer)) return undefined;
		hit.left -= 1;
		this.#waiting = this.#waiting.filter(({ left }) => left > 0);
		return hit.fault.answer;
	}
}

function matchesTarget(match: FaultMatch, target: FaultTarget): boolean {
	if (match.method !== undefined && match.method.toUpperCase() !== target.method) return false;
	if (match.kind !== undefined && match.kind !== target.kind) return false;
	if (match.path === undefined) return true;
	return typeof match.path === 'string'
		? target.path.includes(match.path)
		: new RegExp(match.path).test(target.path);
}

/** Whether the fault shows while the body is still on its way. */
export function cutsUpload(answer: FaultAnswer): boolean {
	return 'cut' in answer && answer.cut === 'midUpload';
}

/** The words for the ledger and the page. */
export function faultName(answer: FaultAnswer): string {
	if ('status' in answer && !('html' in answer)) return `status ${answer.status}`;
	if ('html' in answer) return 'web page';
	if ('redirect' in answer) return 'redirect';
	if ('cut' in answer) return `cut ${answer.cut}`;
	if ('never' in answer) return `no answer, ${answer.never}`;
	if ('endSession' in answer) return 'session killed';
	if ('empty' in answer) return `empty ${answer.empty}`;
	if ('delay' in answer) return `delay ${answer.delay} ms`;
	return 'truncated' in answer ? 'truncated' : 'content type';
}

/** Whether the request does its work before the fault shows. */
export function executesFirst(answer: FaultAnswer): boolean {
	if ('cut' in answer) return answer.cut === 'afterExecution' || answer.cut === 'midAnswer';
	if ('never' in answer) return answer.never === 'afterExecution';
	if ('redirect' in answer) return false;
	if ('status' in answer || 'html' in answer) return answer.when === 'afterExecution';
	return true;
}
