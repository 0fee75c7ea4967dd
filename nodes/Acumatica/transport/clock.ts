import { sleep } from 'n8n-workflow';

/** Time as the request layer sees it. Tests put a virtual one in its place. */
export interface Clock {
	/** Milliseconds on a clock that never jumps; only differences mean anything. */
	now(): number;
	/** Milliseconds since 1970, for dates that a server sends. */
	date(): number;
	/** Waits, but ends at once when the signal is raised. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** The platform offers no abortable wait (`sleepWithAbort` is not in n8n 2.40): short steps instead. */
const longestStep = 200;

export const systemClock: Clock = {
	now: () => performance.now(),
	date: () => Date.now(),
	async sleep(milliseconds, signal) {
		const until = performance.now() + milliseconds;
		const raised = signal === undefined ? undefined : raisedOnce(signal);
		for (;;) {
			const left = until - performance.now();
			if (left <= 0 || signal?.aborted === true) return;
			const step = sleep(Math.min(left, longestStep));
			await (raised === undefined ? step : Promise.race([step, raised]));
		}
	},
};

/** Resolves when the signal is raised, at once where it is raised already. */
export async function raisedOnce(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return;
	await new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
}
