import { randomUUID } from 'node:crypto';
import { databaseTime, settableClock } from '../sandbox/clock.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { connectionOf } from './connection.ts';

/** How changes lie in time. */
export type Pattern = 'even' | 'bursts' | 'instant' | 'none';

/** The ERP's time when the polls begin; changes lie in the two hours before. */
export const now = Date.UTC(2026, 9, 25, 12);
const hour = 3_600_000;

/** When the change of that number, of so many, was made. */
export function changedAt(pattern: Pattern, index: number, count: number): number {
	switch (pattern) {
		case 'even':
			return now - hour + (index / count) * hour;
		case 'bursts': {
			// Twenty mass updates, three minutes apart, each within a second.
			const burst = Math.floor((index / count) * 20);
			return now - hour + burst * 180_000 + ((index * 37) % 1000);
		}
		case 'instant':
			return now - 30_000;
		case 'none':
			return now - 24 * hour;
	}
}

/** A sandbox with that many sales orders, changed in that pattern. */
async function serve(pattern: Pattern, count: number): Promise<void> {
	const clock = settableClock(now);
	const sandbox = await startSandbox({ salesOrders: 1, clock });
	const orders = sandbox.records.set('SalesOrder');
	for (let index = 0; index < count; index++) {
		const LastModified = databaseTime(changedAt(pattern, index, count));
		// Numbers say nothing about the time of the last change.
		const number = String((index * 7919) % 1_000_000).padStart(6, '0');
		orders.put({
			id: randomUUID(),
			note: null,
			fields: {
				OrderType: 'SO',
				OrderNbr: number,
				CustomerID: 'C000001',
				Description: `Order ${number}`,
				Status: 'Open',
				CreatedDate: databaseTime(now - 48 * hour),
				LastModified,
			},
			linked: {},
			details: {},
			custom: {},
		});
	}
	process.on('message', (message) => {
		if (message !== 'minute') return;
		clock.advance(60_000);
		process.send?.(clock.now());
	});
	process.once('SIGTERM', () => void sandbox.close().finally(() => process.exit()));
	process.send?.(connectionOf(sandbox));
}

if (import.meta.main) {
	const { pattern, count }: { pattern: Pattern; count: number } = JSON.parse(process.argv[2] ?? '');
	await serve(pattern, count);
}
