const last = new Map<string, Promise<unknown>>();

/**
 * Lets those who work on the same thing wait for each other, in this process: two items that look for a
 * record by the same value must not both find none, and create it twice.
 *
 * @param key what is worked on
 */
export async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
	const before = last.get(key) ?? Promise.resolve();
	const mine = before.then(work, work);
	last.set(key, mine);
	try {
		return await mine;
	} finally {
		if (last.get(key) === mine) last.delete(key);
	}
}
