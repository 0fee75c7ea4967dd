import { failedLine, outcomeTable, problems, resultLine, type DemoResult } from './result.ts';
import { goodOrders, webShop } from './webShop.ts';

const shopOrders = goodOrders();
const [known = '', ...newOrders] = shopOrders;

const rejected = [
	{ row: 10, order: 'SHOP-100456', outcome: 'rejected', reason: "Item 'CONGRIL' cannot be found" },
	{ row: 19, order: 'SHOP-100467', outcome: 'rejected', reason: "'Customer' cannot be empty" },
	{ row: 25, order: 'SHOP-100476', outcome: 'rejected', reason: 'OrderQty: "two" is not a number' },
	{ row: 31, order: 'SHOP-100487', outcome: 'rejected', reason: "'WEB9999' cannot be found" },
];

const good: DemoResult = {
	ledger: {
		customers: 15,
		ordersCreated: 40,
		ordersRefused: 4,
		sessionsOpen: 0,
		requests: 66,
		answers429: 0,
	},
	outcomes: [
		...newOrders.map((order, index) => ({ row: index, order, outcome: 'created' })),
		...rejected,
		{ row: 2, order: known, outcome: 'already there', reason: 'It is order 000199.' },
		{ row: 36, order: 'SHOP-100490', outcome: 'already there', reason: 'An earlier row has it.' },
	],
	openOrders: Array.from({ length: 90 }, () => ({})),
	shopOrdersBefore: { numbers: [known], open: 50 },
	shopOrdersAfter: { numbers: shopOrders, open: 90 },
};

test('a run that did what the export says has no problems and one line for scripts', () => {
	expect(problems(good)).toEqual([]);
	expect(resultLine(good)).toBe(
		'demo: ok customers=15 orders_created=40 orders_rejected=4 orders_read=90 sessions_open=0 requests=66 http_429=0',
	);
});

test('a second run against the same sandbox should create nothing', () => {
	const second: DemoResult = {
		...good,
		ledger: { ...good.ledger, ordersCreated: 0 },
		shopOrdersBefore: good.shopOrdersAfter,
	};
	expect(problems(second)).toEqual([]);
	expect(problems({ ...second, ledger: good.ledger })).toEqual(['orders created: 40 instead of 0']);
});

test.each<[string, Partial<DemoResult>]>([
	['sessions left open: 1 instead of 0', { ledger: { ...good.ledger, sessionsOpen: 1 } }],
	['answers 429: 2 instead of 0', { ledger: { ...good.ledger, answers429: 2 } }],
	['open orders read: 0 instead of 90', { openOrders: [] }],
	['rows with an outcome: 45 instead of 46', { outcomes: good.outcomes.slice(1) }],
	[
		'different orders of the shop: 40 instead of 41',
		{ shopOrdersAfter: { numbers: [...newOrders, newOrders[0] ?? ''], open: 90 } },
	],
	[
		'SHOP-100442 was rejected: unlucky',
		{
			outcomes: [
				{ order: 'SHOP-100442', outcome: 'rejected', reason: 'unlucky' },
				...good.outcomes.slice(1),
			],
		},
	],
])('a run that differs says so: %s', (sentence, change) => {
	expect(problems({ ...good, ...change })).toEqual([sentence]);
});

test('a mistake whose reason does not name it is a problem', () => {
	const outcomes = good.outcomes.map((item) =>
		item.order === 'SHOP-100487' ? { ...item, reason: 'Bad request' } : item,
	);
	const [first] = problems({ ...good, outcomes });
	expect(first).toBe('SHOP-100487 should be rejected for WEB9999, but: Bad request');
	expect(failedLine([first ?? '', 'a\nb'])).toBe(`demo: failed ${first}; a b`);
});

test('people see every rejected row with its reason', () => {
	const table = outcomeTable(good);
	expect(table).toContain('46 rows: 40 orders created, 2 already there, 4 rejected');
	expect(table).toContain("  10  SHOP-100456  rejected       Item 'CONGRIL' cannot be found");
	expect(Object.keys(webShop.mistakes).every((order) => table.includes(order))).toBe(true);
});

test('people do not see forty times that an order was already there', () => {
	const outcomes = good.outcomes.map((item) => ({ ...item, outcome: 'already there' }));
	expect(outcomeTable({ ...good, outcomes })).toContain('... and 43 more that were already there');
});
