import { valueAt } from './client.ts';
import { Ledger } from './ledger.ts';

const sessions = {
	opened: 2,
	closed: 1,
	expired: 0,
	killed: 0,
	open: 1,
	undelivered: 0,
	leaked: 1,
	offlineGrants: 0,
};
const write = {
	at: 0,
	tenant: 'Company',
	entity: 'SalesOrder',
	id: 'b',
	keys: ['SO', '1'],
	kind: 'insert',
} as const;
const action = {
	at: 0,
	tenant: 'Company',
	entity: 'Invoice',
	action: 'ReleaseInvoice',
	id: 'b',
	keys: ['Invoice', '1'],
	parameters: {},
};
const version = { number: 1, at: 1, size: 3, sha256: 'abc', comment: 'x' };
const owner = { tenant: 'Company', entity: 'Invoice', recordId: 'r', folder: 'Invoices (1)' };
const file = { ...owner, id: 'f', name: 'a.pdf', versions: [version] };
const newLedger = (duplicates: readonly (readonly string[])[] = []) =>
	new Ledger(
		() => sessions,
		() => duplicates,
	);
const request = {
	at: 0,
	method: 'GET',
	path: '/x',
	kind: 'get',
	status: 200,
	milliseconds: 1,
} as const;

describe('the ledger', () => {
	it('counts by kind and status, and declined requests', () => {
		const ledger = newLedger();
		ledger.answered(request);
		ledger.answered({ ...request, status: 429 });
		ledger.answered({ ...request, kind: 'put' });
		expect(ledger).toMatchObject({
			total: 3,
			countByKind: { get: 2, put: 1 },
			countByStatus: { 200: 2, 429: 1 },
			answers429: 1,
		});
	});

	it('keeps the latest 2,000 requests and all counts', () => {
		const ledger = newLedger();
		for (let at = 0; at < 2_100; at += 1) ledger.answered({ ...request, at });
		expect(ledger.requests).toHaveLength(2_000);
		expect(ledger.requests[0]?.at).toBe(100);
		expect(ledger.total).toBe(2_100);
	});

	it('finds the fullest 60 seconds, wherever they begin', () => {
		const ledger = newLedger();
		for (const at of [0, 50_000, 59_999, 70_000, 200_000]) ledger.started('get', at)();
		expect(ledger.mostRequestsInAMinute).toBe(3);
	});

	it('sees how many were under way at once', () => {
		const ledger = newLedger();
		const end = ledger.started('get', 0);
		ledger.started('put', 0);
		end();
		ledger.started('get', 0);
		expect(ledger.highestConcurrency).toBe(2);
	});

	it('counts who found the license used up, and adds up what it made them wait', () => {
		const ledger = newLedger();
		ledger.started('get', 0, false);
		ledger.started('get', 0, true);
		ledger.started('signOut', 0, true);
		ledger.answered(request);
		ledger.answered({ ...request, licenseDelay: 300 });
		ledger.answered({ ...request, licenseDelay: 500, status: 429 });
		expect(ledger).toMatchObject({ arrivedWhenUsedUp: 1, licenseDelay: 800 });
	});

	it('does not count sign-outs against the license', () => {
		const ledger = newLedger();
		ledger.started('signOut', 0);
		expect(ledger).toMatchObject({ mostRequestsInAMinute: 0, highestConcurrency: 0 });
	});

	it('reports records of the same reference when one of them was written here', () => {
		const ledger = newLedger([
			['a', 'b'],
			['seeded', 'too'],
		]);
		expect(ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
		ledger.wrote(write);
		expect(ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([['a', 'b']]);
		expect(ledger.duplicatesByReference('Customer', 'CustomerID')).toEqual([]);
	});

	it('looks for them in the tenant that was written to', () => {
		const ledger = new Ledger(
			() => sessions,
			(tenant) => (tenant === 'Company2' ? [['b', 'c']] : []),
		);
		ledger.wrote(write);
		expect(ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
		ledger.wrote({ ...write, tenant: 'Company2' });
		expect(ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([['b', 'c']]);
	});

	it('says by itself what was created twice', () => {
		const ledger = newLedger();
		ledger.wrote({ ...write, reference: 'SHOP-1' });
		ledger.wrote({ ...write, id: 'c', reference: 'SHOP-1' });
		expect(ledger.statistics().duplicates).toMatchObject([{ ids: ['b', 'c'] }]);
	});

	it('is plain data, sessions included', () => {
		const ledger = newLedger();
		ledger.answered(request);
		expect(JSON.parse(JSON.stringify(ledger))).toEqual({
			total: 1,
			countByKind: { get: 1 },
			countByStatus: { 200: 1 },
			sessions,
			answers429: 0,
			mostRequestsInAMinute: 0,
			highestConcurrency: 0,
			arrivedWhenUsedUp: 0,
			licenseDelay: 0,
			brokenUploads: 0,
			duplicates: [],
			requests: [request],
			writes: [],
			actions: [],
			files: [],
		});
	});

	it('counts how often an action was started on a record, and how often it failed', () => {
		const ledger = newLedger();
		ledger.acted({ ...action, parameters: { Date: '1' } });
		ledger.acted({ ...action, id: 'c' });
		ledger.acted({ ...action, at: 5, parameters: { Date: '2' } }).fail();
		expect(ledger.actions).toEqual([
			{ ...action, at: 5, parameters: { Date: '2' }, times: 2, failed: 1 },
			{ ...action, id: 'c', times: 1, failed: 0 },
		]);
	});

	it('keeps every version of a file', () => {
		const ledger = newLedger();
		ledger.filed(file, version);
		ledger.filed(file, { ...version, number: 2, comment: null });
		expect(ledger.files).toEqual([
			expect.objectContaining({ id: 'f', recordId: 'r', name: 'a.pdf', version: 1, comment: 'x' }),
			expect.objectContaining({ version: 2, comment: null, size: 3, sha256: 'abc' }),
		]);
	});

	it('serves the latest 2,000 actions and files', () => {
		const ledger = newLedger();
		for (let id = 0; id < 2_010; id += 1) {
			ledger.acted({ ...action, id: String(id) });
			ledger.filed({ ...file, id: String(id) }, version);
		}
		const json: unknown = JSON.parse(JSON.stringify(ledger));
		for (const list of ['actions', 'files']) {
			expect(valueAt(json, list)).toHaveLength(2_000);
			expect(valueAt(json, list, 0, 'id')).toBe('10');
		}
		expect(ledger.actions).toHaveLength(2_010);
	});

	it('forgets on request', () => {
		const ledger = newLedger();
		ledger.answered({ ...request, licenseDelay: 1 });
		ledger.started('get', 0, true)();
		ledger.wrote(write);
		ledger.acted(action);
		ledger.filed(file, version);
		ledger.brokenUploads = 1;
		ledger.clear();
		expect(JSON.parse(JSON.stringify(ledger))).toMatchObject({
			total: 0,
			requests: [],
			writes: [],
			actions: [],
			files: [],
			brokenUploads: 0,
			mostRequestsInAMinute: 0,
			highestConcurrency: 0,
			arrivedWhenUsedUp: 0,
			licenseDelay: 0,
		});
	});
});
