/** What a writing process is told: to write these customers, each list in an execution of its own. */
export interface WritingOrder {
	readonly executions: ReadonlyArray<readonly string[]>;
	/** Requests that one execution has under way at the same time. */
	readonly parallelRequests: number;
}

/** One execution as it looked from outside. */
export interface Writing {
	readonly milliseconds: number;
	/** The message of its error, where it ended with one. */
	readonly error?: string;
	/** What it told about the license. */
	readonly hints: readonly string[];
	/** What it logged at level info: every wait with its reason. */
	readonly waits: readonly string[];
}

/**
 * The writing side of a benchmark, in a process of its own.
 * @param write writes everything once
 */
export function answerWritingOrders(write: (order: WritingOrder) => Promise<Writing[]>): void {
	process.on('message', (order: WritingOrder) => {
		void write(order).then((writings) => process.send?.(writings));
	});
	process.send?.('ready');
}

/** So many customer IDs that the sandbox does not have, of a family of its own. */
export function newCustomers(letter: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(6, '0')}`);
}

/** The least that a new customer needs, as a user's item has it. */
export function customerRecord(customer: string) {
	return { CustomerID: customer, CustomerName: `Customer ${customer}` };
}
