import { fieldOf, SandboxClient, valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

const minute = 60_000;

describe('saving a record', () => {
	const its = signedInClient();
	const order = (more: object = {}) => ({ CustomerID: { value: 'C000001' }, ...more });

	it('numbers a document and fills in the keys that have a default', async () => {
		const { json } = await its.client.put('SalesOrder', order());
		expect(fieldOf(json, 'OrderType')).toBe('SO');
		expect(fieldOf(json, 'OrderNbr')).toBe('000021');
	});

	it('keeps a number that was given, and passes over it later', async () => {
		await its.client.put('SalesOrder', order({ OrderNbr: { value: '000022' } }));
		const numbers = [
			fieldOf((await its.client.put('SalesOrder', order())).json, 'OrderNbr'),
			fieldOf((await its.client.put('SalesOrder', order())).json, 'OrderNbr'),
		];
		expect(numbers).toEqual(['000023', '000024']);
	});

	it('numbers where <NEW> stands', async () => {
		const { json } = await its.client.put('SalesOrder', order({ OrderNbr: { value: '<NEW>' } }));
		expect(fieldOf(json, 'OrderNbr')).toBe('000021');
	});

	it('uses up no number for a refused record', async () => {
		await its.client.put('SalesOrder', { CustomerID: { value: 'NOBODY' } });
		const { json } = await its.client.put('SalesOrder', order());
		expect(fieldOf(json, 'OrderNbr')).toBe('000021');
	});

	it('refuses an entity whose keys have to be given', async () => {
		const answer = await its.client.put('StockItem', { Description: { value: 'x' } });
		expect(answer.status).toBe(422);
		expect(answer.json).toMatchObject({
			InventoryID: { error: "'Inventory ID' cannot be empty." },
		});
	});

	it('dates a document with the business date of the request, else with today', async () => {
		const headers = { 'PX-CbApiBusinessDate': '2024/01/31' };
		const dated = await its.client.put('SalesOrder', order(), headers);
		expect(fieldOf(dated.json, 'Date')).toBe('2024-01-31T00:00:00+00:00');
		const today = new Date(its.sandbox.clock.now()).toISOString().slice(0, 10);
		const { json } = await its.client.put('SalesOrder', order());
		expect(fieldOf(json, 'Date')).toBe(`${today}T00:00:00+00:00`);
	});

	it('books into the branch of the request, by ID or name, else of the sign-in', async () => {
		const branches = [];
		for (const branch of [undefined, 'PRODRETAIL', 'Services East']) {
			const headers = branch === undefined ? undefined : { 'PX-CbApiBranch': branch };
			const { json } = await its.client.put('SalesOrder', order(), headers);
			branches.push(fieldOf(json, 'Branch'));
		}
		expect(branches).toEqual(['PRODWHOLE', 'PRODRETAIL', 'SERVEAST']);
	});

	it.each([
		['PX-CbApiBusinessDate', 'someday'],
		['PX-CbApiBranch', 'NOWHERE'],
	])('refuses the header %s: %s', async (header, value) => {
		const answer = await its.client.put('SalesOrder', order(), { [header]: value });
		expect(answer.status).toBe(400);
		expect(its.sandbox.ledger.writes).toEqual([]);
	});

	it('notes creation and change in the fields of the contract', async () => {
		const { json } = await its.client.put('SalesOrder', order({ OrderNbr: { value: 'X1' } }));
		expect(fieldOf(json, 'LastModified')).toBe(fieldOf(json, 'CreatedDate'));
		its.sandbox.clock.advance(minute);
		const key = { OrderType: { value: 'SO' }, OrderNbr: { value: 'X1' } };
		const changed = await its.client.put('SalesOrder', { ...key, Description: { value: 'y' } });
		expect(fieldOf(changed.json, 'CreatedDate')).toBe(fieldOf(json, 'CreatedDate'));
		expect(Date.parse(fieldOf(changed.json, 'LastModified'))).toBeGreaterThanOrEqual(
			Date.parse(fieldOf(json, 'LastModified')) + minute - 4,
		);
	});

	it('notes a change for every version, whichever the change went through', async () => {
		const body = { InventoryID: { value: 'AAMOUSE01' }, Description: { value: 'Mouse' } };
		const old = new SandboxClient(its.sandbox, 'Default/23.200.001');
		await old.signIn();
		const { json } = await old.put('StockItem', body);
		const changedAt = fieldOf(json, 'LastModified');
		expect(Date.parse(changedAt)).toBeGreaterThan(its.sandbox.clock.now() - minute);
		expect(valueAt(json, 'LastModifiedDateTime')).toBeUndefined();
		const shown = (await its.client.get('StockItem/AAMOUSE01')).json;
		expect(shown).toMatchObject({
			LastModified: { value: changedAt },
			LastModifiedDateTime: { value: changedAt },
		});
	});

	it('fills in what only a newer version shows', async () => {
		const old = new SandboxClient(its.sandbox, 'Default/23.200.001');
		await old.signIn();
		const invoice = { Type: { value: 'Invoice' }, CustomerID: { value: 'C000001' } };
		const { json } = await old.put('SalesInvoice', invoice);
		const savedAt = fieldOf(json, 'LastModifiedDateTime');
		const path = `SalesInvoice/Invoice/${fieldOf(json, 'ReferenceNbr')}`;
		expect((await its.client.get(path)).json).toMatchObject({
			LastModifiedDateTime: { value: savedAt },
			LastModifiedDate: { value: savedAt },
			CreatedDate: { value: savedAt },
		});
	});

	it('moves no timestamp with a PUT that changes nothing, but with such a PATCH', async () => {
		const body = {
			CustomerID: { value: 'ALPENGLOW' },
			CustomerName: { value: 'Alpenglow Outfitters' },
		};
		const before = its.sandbox.records.find('Customer', ['ALPENGLOW'])?.fields.LastModifiedDateTime;
		await its.client.put('Customer', body);
		const stamp = () =>
			its.sandbox.records.find('Customer', ['ALPENGLOW'])?.fields.LastModifiedDateTime;
		expect(stamp()).toBe(before);
		await its.client.send('PATCH', 'Customer', { body });
		expect(stamp()).not.toBe(before);
	});

	it('writes the reference of the caller into the ledger', async () => {
		for (let count = 0; count < 2; count += 1) {
			await its.client.put('SalesOrder', order({ ExternalRef: { value: 'SHOP-1' } }));
		}
		expect(its.sandbox.ledger.writes).toMatchObject([
			{ kind: 'insert', entity: 'SalesOrder', keys: ['SO', '000021'], reference: 'SHOP-1' },
			{ reference: 'SHOP-1' },
		]);
		expect(its.sandbox.ledger.duplicatesByReference('SalesOrder', 'ExternalRef')).toHaveLength(1);
		expect(its.sandbox.ledger.duplicatesByReference('SalesOrder', 'CustomerOrder')).toEqual([]);
	});
});
