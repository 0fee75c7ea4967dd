import { valueAt } from '../client.ts';
import type { EntityFacts, FieldType } from '../contract/contract.ts';
import { loadContract } from '../contract/load.ts';
import { signedInClient } from '../signedIn.ts';

const contract = loadContract('Default', '24.200.001');
const calls = Object.entries(contract?.entities ?? {}).flatMap(([entity, facts]) =>
	Object.entries(facts.actions).map(([action, parameters]) => ({
		entity,
		facts,
		action,
		parameters,
	})),
);

const samples: Readonly<Partial<Record<FieldType, string | number | boolean>>> = {
	String: 'A',
	Decimal: 1.5,
	Boolean: true,
	DateTime: '2026-12-01T00:00:00Z',
};

/** Fields that some forms insist on. */
const required: Readonly<Record<string, object>> = {
	Bill: { Vendor: { value: 'V000001' } },
	Check: { Vendor: { value: 'V000001' } },
	Customer: { CustomerName: { value: 'A' } },
	Invoice: { Customer: { value: 'C000001' } },
	Payment: { CustomerID: { value: 'C000001' } },
	SalesInvoice: { CustomerID: { value: 'C000001' } },
	SalesOrder: { CustomerID: { value: 'C000001' } },
	Vendor: { VendorName: { value: 'A' } },
};

/** What the rules of a fresh record do not allow. */
const refused = new Set([
	...['ReleaseBill', 'ReverseBill', 'ReleaseCheck', 'VoidCheck', 'ReleaseInvoice'],
	...['ReleasePayment', 'VoidPayment', 'ReleaseSalesInvoice', 'ReopenSalesOrder'],
	...['PrepareSalesInvoice', 'SalesOrderCreateShipment', 'ConfirmShipment', 'CorrectShipment'],
	...['UpdateIN', 'PrepareInvoice'],
]);

/** Keys that nobody numbers. */
function keysFor({ keys, schema }: EntityFacts): object {
	const fields = contract?.schemas[schema]?.fields ?? {};
	const given = keys.filter((key) => Object.hasOwn(fields, key) && !key.endsWith('Nbr'));
	const text = (key: string) => (key === 'Type' ? 'Invoice' : 'A');
	return Object.fromEntries(
		given.map((key) => [key, { value: fields[key] === 'Int' ? 77 : text(key) }]),
	);
}

describe('every action of Default/24.200.001', () => {
	const its = signedInClient({}, 'Default/24.200.001');

	it('is one of 163', () => {
		expect(calls).toHaveLength(163);
	});

	it.each(calls)('$entity/$action', async ({ entity, facts, action, parameters }) => {
		const made = await its.client.put(entity, { ...keysFor(facts), ...required[entity] });
		expect(made.status).toBe(200);
		const id = valueAt(made.json, 'id');
		const values = Object.entries(parameters).map(([name, type]) => [
			name,
			{ value: samples[type] },
		]);
		const body = { entity: { id }, parameters: Object.fromEntries(values) };
		const answer = await its.client.send('POST', `${entity}/${action}`, { body });
		expect(answer.status).toBe(refused.has(action) ? 422 : 204);
		const counted = its.sandbox.ledger.actions.map((one) => [one.action, one.times]);
		expect(counted).toEqual(refused.has(action) ? [] : [[action, 1]]);
		const wrong = await its.client.send('POST', `${entity}/${action}`, {
			body: { ...body, parameters: { Nonsense: { value: 1 } } },
		});
		expect(wrong.status).toBe(400);
	});
});
