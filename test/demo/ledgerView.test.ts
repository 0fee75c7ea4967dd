import { difference, type LedgerView } from './ledgerView.ts';

const empty: LedgerView = {
	total: 0,
	answers429: 0,
	sessions: { opened: 0, closed: 0, expired: 0, open: 0, offlineGrants: 0 },
	requests: [],
	writes: [],
};

const put = { at: 1, method: 'PUT', kind: 'put' };
const orders = '/AcumaticaERP/entity/Default/25.200.001/SalesOrder';

const firstRun: LedgerView = {
	total: 3,
	answers429: 1,
	sessions: { opened: 2, closed: 1, expired: 0, open: 1, offlineGrants: 1 },
	requests: [
		{ ...put, path: orders, status: 200 },
		{ ...put, path: `${orders}?$select=OrderNbr`, status: 422 },
		{ ...put, path: orders.replace('SalesOrder', 'Customer'), status: 422 },
	],
	writes: [
		{ entity: 'Customer', id: 'a', kind: 'insert' },
		{ entity: 'Customer', id: 'a', kind: 'update' },
		{ entity: 'SalesOrder', id: 'b', kind: 'insert' },
	],
};

test('the difference to an empty ledger is everything', () => {
	expect(difference(empty, firstRun)).toEqual({
		customers: 1,
		ordersCreated: 1,
		ordersRefused: 1,
		sessionsOpen: 1,
		requests: 3,
		answers429: 1,
	});
});

test('what happened before does not count', () => {
	const secondRun: LedgerView = {
		...firstRun,
		total: 4,
		sessions: { ...firstRun.sessions, opened: 3, closed: 2 },
		requests: [...firstRun.requests, { ...put, path: orders, status: 422 }],
	};
	expect(difference(firstRun, secondRun)).toEqual({
		customers: 0,
		ordersCreated: 0,
		ordersRefused: 1,
		sessionsOpen: 0,
		requests: 1,
		answers429: 0,
	});
});

test('a session that expired was not signed out of: it counts as left open', () => {
	const sessions = { opened: 1, closed: 0, expired: 1, open: 0, offlineGrants: 0 };
	expect(difference(empty, { ...empty, sessions }).sessionsOpen).toBe(1);
});

test('requests that the ledger no longer lists are counted all the same', () => {
	const later: LedgerView = { ...firstRun, total: 5_000 };
	expect(difference(empty, later)).toMatchObject({ requests: 5_000, ordersRefused: 1 });
});
