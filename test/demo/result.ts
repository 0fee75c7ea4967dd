import type { OutputItem } from '../e2e/execution.ts';
import type { LedgerDifference } from './ledgerView.ts';
import type { ShopOrders } from './shopOrders.ts';
import { goodOrders, webShop } from './webShop.ts';

/** Everything that was seen of a run of the example workflow. */
export interface DemoResult {
	/** What the sandbox counted during the run. */
	readonly ledger: LedgerDifference;
	/** Output of the workflow: one item for each row of the export. */
	readonly outcomes: readonly OutputItem[];
	/** Output of the workflow: the open sales orders that it read back. */
	readonly openOrders: readonly OutputItem[];
	readonly shopOrdersBefore: ShopOrders;
	readonly shopOrdersAfter: ShopOrders;
}

/** For scripts: the last line of a demo that went as it should. */
export function resultLine({ ledger, openOrders }: DemoResult): string {
	return (
		`demo: ok customers=${ledger.customers} orders_created=${ledger.ordersCreated} ` +
		`orders_rejected=${ledger.ordersRefused} orders_read=${openOrders.length} ` +
		`sessions_open=${ledger.sessionsOpen} requests=${ledger.requests} http_429=${ledger.answers429}`
	);
}

/** For scripts: the last line of a demo that did not. */
export function failedLine(found: readonly string[]): string {
	return `demo: failed ${found.join('; ').replace(/\s+/g, ' ')}`;
}

/**
 * Compares what happened with what the export says should happen.
 * @returns one sentence for each difference
 */
export function problems(result: DemoResult): string[] {
	const { ledger, outcomes, openOrders, shopOrdersBefore, shopOrdersAfter } = result;
	const mistakes = Object.keys(webShop.mistakes).length;
	const good = goodOrders().length;
	const found: string[] = [];
	const expect = (what: string, expected: number, actual: number): void => {
		if (actual !== expected) found.push(`${what}: ${actual} instead of ${expected}`);
	};
	expect('rows with an outcome', webShop.rows, outcomes.length);
	expect('customers', webShop.customers, ledger.customers);
	expect('orders created', good - shopOrdersBefore.numbers.length, ledger.ordersCreated);
	expect('orders refused by the sandbox', mistakes, ledger.ordersRefused);
	expect('open orders read', shopOrdersAfter.open, openOrders.length);
	expect('orders of the shop', good, shopOrdersAfter.numbers.length);
	expect('different orders of the shop', good, new Set(shopOrdersAfter.numbers).size);
	expect('sessions left open', 0, ledger.sessionsOpen);
	expect('answers 429', 0, ledger.answers429);
	return [...found, ...wrongReasons(outcomes)];
}

function wrongReasons(outcomes: readonly OutputItem[]): string[] {
	const rejected = outcomes.filter(({ outcome }) => outcome === 'rejected');
	const expected = Object.entries(webShop.mistakes);
	const unexpected = rejected.filter(({ order }) => !expected.some(([number]) => number === order));
	return [
		...unexpected.map(({ order, reason }) => `${String(order)} was rejected: ${String(reason)}`),
		...expected.flatMap(([number, words]) => {
			const reason = rejected.find(({ order }) => order === number)?.reason;
			if (words.test(String(reason))) return [];
			return [`${number} should be rejected for ${words.source}, but: ${String(reason)}`];
		}),
	];
}

/** For people: what became of the rows that were not created, and why. */
export function outcomeTable({ outcomes }: DemoResult): string {
	const created = outcomes.filter(({ outcome }) => outcome === 'created').length;
	const others = outcomes.filter(({ outcome }) => outcome !== 'created');
	const rejected = others.filter(({ outcome }) => outcome !== 'already there');
	const kept = others.filter(({ outcome }) => outcome === 'already there');
	return [
		'',
		`${outcomes.length} rows: ${created} orders created, ${kept.length} already there, ${rejected.length} rejected`,
		...rejected.map(rowLine),
		// A second run leaves every order as it is: nobody wants to read forty times the same.
		...kept.slice(0, 3).map(rowLine),
		...(kept.length > 3 ? [`  ... and ${kept.length - 3} more that were already there`] : []),
		'',
	].join('\n');
}

function rowLine({ row, order, outcome, reason }: OutputItem): string {
	const cells = [
		String(row).padStart(4),
		String(order),
		String(outcome).padEnd(13),
		String(reason),
	];
	return cells.join('  ');
}
