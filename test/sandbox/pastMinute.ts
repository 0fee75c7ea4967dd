const minute = 60_000;

/** When things happened in the past 60 seconds. */
export class PastMinute {
	#times: number[] = [];
	#first = 0;

	add(at: number): void {
		this.#times.push(at);
	}

	/** How often it happened in the 60 seconds before `now`. */
	count(now: number): number {
		while ((this.#times[this.#first] ?? now) <= now - minute) this.#first += 1;
		if (this.#first > 1_000) {
			this.#times = this.#times.slice(this.#first);
			this.#first = 0;
		}
		return this.#times.length - this.#first;
	}

	/**
	 * When one of them will be 60 seconds old.
	 *
	 * @param index from 0, the oldest that the latest count has found
	 */
	endOf(index: number): number | undefined {
		const at = this.#times[this.#first + index];
		return at === undefined ? undefined : at + minute;
	}

	clear(): void {
		this.#times = [];
		this.#first = 0;
	}
}
