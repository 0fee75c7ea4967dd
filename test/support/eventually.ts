/** Waits until a claim holds; fails with the last thing that was seen when it does not in time. */
export async function eventually(claim: () => void, milliseconds = 5_000): Promise<void> {
	const until = performance.now() + milliseconds;
	for (;;) {
		try {
			claim();
			return;
		} catch (error) {
			if (performance.now() > until) throw error;
			await new Promise((resolve) => setTimeout(resolve, 20));
		}
	}
}
