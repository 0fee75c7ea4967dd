/** What a reading process is told: to read these pages (or all, if it finds them itself), or to report. */
export type Order = { readonly read: readonly string[] } | 'report';

export interface Reading {
	readonly milliseconds: number;
	readonly records: number;
}

export interface MemoryReport {
	/** Resident memory in bytes when everything was loaded, before the first read. */
	readonly before: number;
	/** The most that was resident at any time. */
	readonly peak: number;
}

/**
 * The reading side of a benchmark, in a process of its own so that its memory is its own: reads when
 * told to, tells how long it took, and at last how much memory it has needed.
 * @param read reads everything once and returns the number of records
 */
export function answerOrders(read: (pages: readonly string[]) => Promise<number>): void {
	const before = process.memoryUsage.rss();
	process.on('message', (order: Order) => {
		if (order === 'report') {
			// maxRSS is in kilobytes on every platform.
			const report: MemoryReport = { before, peak: process.resourceUsage().maxRSS * 1024 };
			process.send?.(report);
			return;
		}
		const start = performance.now();
		void read(order.read).then((records) => {
			const reading: Reading = { milliseconds: performance.now() - start, records };
			process.send?.(reading);
		});
	});
	process.send?.('ready');
}
