import { once } from './license.ts';
import { PastMinute } from './pastMinute.ts';

/** How much is asked of the instance: the fullest minute and the most requests at once. */
export class Load {
	mostInAMinute = 0;
	highestConcurrency = 0;
	readonly #started = new PastMinute();
	#inFlight = 0;

	/** @returns the function to call when the request is over; more calls do no harm */
	start(at: number): () => void {
		this.#started.add(at);
		this.mostInAMinute = Math.max(this.mostInAMinute, this.#started.count(at));
		this.#inFlight += 1;
		this.highestConcurrency = Math.max(this.highestConcurrency, this.#inFlight);
		return once(() => {
			this.#inFlight -= 1;
		});
	}

	/** Forgets the past; what is under way stays under way. */
	clear(): void {
		this.#started.clear();
		this.mostInAMinute = 0;
		this.highestConcurrency = 0;
	}
}
