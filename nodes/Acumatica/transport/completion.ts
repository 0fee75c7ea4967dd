import type { About } from './about';
import type { Clock } from './clock';
import type { Api } from './rejection';

/** How long to wait for the end of an operation, and by which clock. */
export interface CompletionBounds {
	readonly clock: Clock;
	readonly signal?: AbortSignal;
	/** Milliseconds after which the wait ends, though the operation goes on. */
	readonly patience: number;
}

const firstInterval = 500;
const longestInterval = 10_000;

/**
 * Asks for the status of a long operation, in growing intervals, until it has ended: 202 means that it
 * is running, any other success that it is done. The question has to come from the session that started
 * the operation, and counts against the license like any request.
 *
 * @param handle path of the status below the instance
 * @returns false when the patience was used up and the operation is still running
 * @throws NodeApiError with the ERP's own text when the operation has failed
 */
export async function untilComplete(
	api: Api,
	handle: string,
	about: About,
	{ clock, signal, patience }: CompletionBounds,
): Promise<boolean> {
	const end = clock.now() + patience;
	for (let interval = firstInterval; ; interval = Math.min(interval * 1.5, longestInterval)) {
		if (await isComplete(api, handle, about)) return true;
		const left = end - clock.now();
		if (left <= 0) return false;
		await clock.sleep(Math.min(interval, left), signal);
	}
}

/** Asks once whether a long operation has ended. @throws NodeApiError when it has failed */
export async function isComplete(api: Api, handle: string, about: About): Promise<boolean> {
	const { status } = await api(
		{ method: 'GET', path: handle, expect: 'nothing', replay: 'safe' },
		about,
	);
	return status !== 202;
}
