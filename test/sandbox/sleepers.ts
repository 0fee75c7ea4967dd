interface Sleeper {
	readonly until: number;
	readonly wake: () => void;
}

/** Those who wait for a clock. */
export class Sleepers {
	readonly #now: () => number;
	readonly #sleepers = new Set<Sleeper>();

	constructor(now: () => number) {
		this.#now = now;
	}

	/** When the first of them wakes. */
	get nextAt(): number | undefined {
		if (this.#sleepers.size === 0) return undefined;
		return Math.min(...[...this.#sleepers].map(({ until }) => until));
	}

	/** Wakes all whose time has come, in the order of their times. */
	wake(): void {
		const due = [...this.#sleepers].filter(({ until }) => until <= this.#now());
		for (const { wake } of due.sort((one, other) => one.until - other.until)) wake();
	}

	/**
	 * Waits until `wake` is called at the right time or later.
	 *
	 * @throws the signal's reason, as soon as it is aborted
	 */
	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		if (milliseconds <= 0) return;
		await new Promise<void>((resolve, reject) => {
			const interrupt = () => {
				this.#sleepers.delete(sleeper);
				reject(signal?.reason);
			};
			const sleeper: Sleeper = {
				until: this.#now() + milliseconds,
				wake: () => {
					this.#sleepers.delete(sleeper);
					signal?.removeEventListener('abort', interrupt);
					resolve();
				},
			};
			this.#sleepers.add(sleeper);
			signal?.addEventListener('abort', interrupt, { once: true });
		});
	}
}
