import type { Clock } from './clock';
import type { Api, ApiResponse } from './rejection';
import type { ApiRequest } from './request';

/** Remembers what one execution has read, so that identical reads are asked once. */
export interface ReadMemory {
	/**
	 * A way to send that answers reads from memory.
	 *
	 * @param seconds how old a remembered answer may be; 0 remembers nothing
	 */
	remembering(api: Api, seconds: number): Api;
}

/** Answers are handed out as copies: the items made of them are changed by other nodes. */
export function createReadMemory(clock: Clock): ReadMemory {
	const reads = new Map<
		string,
		{ readonly since: number; readonly answer: Promise<ApiResponse> }
	>();
	return {
		remembering: (api, seconds) =>
			seconds <= 0
				? api
				: async (request, about) => {
						const key = keyOf(request);
						const known = reads.get(key);
						const isFresh = known !== undefined && clock.now() - known.since < seconds * 1000;
						if (isFresh) return copyOf(await known.answer);
						const answer = api(request, about);
						reads.set(key, { since: clock.now(), answer });
						// A failed read is asked again by the next item.
						answer.catch(() => reads.delete(key));
						return copyOf(await answer);
					},
	};
}

function keyOf({ method, path, query, headers }: ApiRequest): string {
	return JSON.stringify([method, path, query, headers]);
}

function copyOf(answer: ApiResponse): ApiResponse {
	return { ...answer, body: structuredClone(answer.body) };
}
