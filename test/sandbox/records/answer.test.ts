import { fieldOf, valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';
import { rowIdIn } from './answer.ts';

const id = 'be20f8a8-e8e5-4a1f-a085-611c05000000';

describe("a row's ID", () => {
	it('is a GUID that differs from session to session', () => {
		const ids = [1, 2, 3].map((number) => rowIdIn({ number }, id));
		expect(new Set([id, ...ids]).size).toBe(4);
		for (const one of ids) expect(one).toMatch(/^[0-9a-f]{8}-e8e5-4a1f-a085-611c05000000$/);
	});

	it('stays the same within a session', () => {
		expect(rowIdIn({ number: 7 }, id)).toBe(rowIdIn({ number: 7 }, id));
	});
});

describe('one record through every endpoint', () => {
	const its = signedInClient();
	const readFrom = async (endpoint: string, path: string) =>
		(await its.client.get(`/entity/${endpoint}/${path}`)).json;
	const read = (version: string, path: string) => readFrom(`Default/${version}`, path);

	it.each([
		'Default/20.200.001',
		'Default/23.200.001',
		'Default/24.200.001',
		'Default/25.200.001',
		'Shop.Sync/6',
	])('has the same ID and values in %s', async (endpoint) => {
		const path = 'Customer/ALPENGLOW?$expand=MainContact,MainContact/Address';
		const newest = await read('25.200.001', path);
		const shown = await readFrom(endpoint, path);
		for (const place of [
			['id'],
			['CustomerName', 'value'],
			['LastModifiedDateTime', 'value'],
			['MainContact', 'Email', 'value'],
			['MainContact', 'Address', 'City', 'value'],
		]) {
			expect(valueAt(shown, ...place)).toBe(valueAt(newest, ...place));
			expect(valueAt(shown, ...place)).toEqual(expect.any(String));
		}
	});

	it('shows the time of change in the fields that the version has', async () => {
		const path = 'StockItem/AACOMPUT01';
		const at = fieldOf(await read('25.200.001', path), 'LastModifiedDateTime');
		expect(Date.parse(at)).toBeLessThan(its.sandbox.clock.now());
		for (const version of ['20.200.001', '23.200.001', '24.200.001']) {
			const item = await read(version, path);
			expect(fieldOf(item, 'LastModified')).toBe(at);
			expect(valueAt(item, 'LastModifiedDateTime')).toEqual(
				version === '24.200.001' ? { value: at } : undefined,
			);
		}
	});

	it('carries links, but not in the oldest version', async () => {
		const path = 'SalesOrder/SO/000001?$expand=Details,Details/files';
		expect(await read('23.200.001', path)).toHaveProperty('_links.self');
		expect(await read('23.200.001', path)).toHaveProperty(['Details', 0, '_links', 'files:put']);
		const oldest = await read('20.200.001', path);
		expect(oldest).toHaveProperty('OrderNbr.value', '000001');
		expect(oldest).not.toHaveProperty('_links');
		expect(oldest).not.toHaveProperty(['Details', 0, '_links']);
	});
});
