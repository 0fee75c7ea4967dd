import { signedInClient } from './signedIn.ts';

const order = { entity: { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } } };

describe('an action', () => {
	const its = signedInClient();
	const post = (path: string, body?: object) => its.client.send('POST', path, { body });

	it('has its effect on the record that the body names by its keys', async () => {
		const answer = await post('SalesOrder/CancelSalesOrder', order);
		expect(answer).toMatchObject({ status: 204, text: '' });
		expect(its.sandbox.records.find('SalesOrder', ['SO', '000001'])?.fields.Status).toBe(
			'Canceled',
		);
	});

	it('or by its ID, and marks it as changed', async () => {
		const { id, fields } = its.sandbox.records.all('SalesOrder')[1] ?? {
			id: '',
			fields: { LastModified: null },
		};
		const before = String(fields.LastModified);
		expect((await post('SalesOrder/CancelSalesOrder', { Entity: { id } })).status).toBe(204);
		const after = its.sandbox.records.findById('SalesOrder', id)?.fields;
		expect(after?.Status).toBe('Canceled');
		expect(Date.parse(String(after?.LastModified))).toBeGreaterThan(Date.parse(before));
	});

	it('that the contract has but the rules do not, does nothing', async () => {
		const before = structuredClone(its.sandbox.records.find('SalesOrder', ['SO', '000001']));
		const answer = await post('SalesOrder/SalesOrderCreateShipment', { ...order, parameters: {} });
		expect(answer.status).toBe(204);
		expect(its.sandbox.records.find('SalesOrder', ['SO', '000001'])).toEqual(before);
	});

	it.each(['SalesOrder/ReleaseDocument', 'SalesOrder/cancelSalesOrder', 'SalesOrder/constructor'])(
		'that does not exist answers 404: %s',
		async (path) => {
			expect((await post(path, order)).status).toBe(404);
		},
	);

	it('needs a record', async () => {
		expect((await post('SalesOrder/CancelSalesOrder', { parameters: {} })).status).toBe(400);
		const nobody = { entity: { OrderType: { value: 'SO' }, OrderNbr: { value: 'X' } } };
		expect((await post('SalesOrder/CancelSalesOrder', nobody)).status).toBe(500);
	});

	it('is not a POST of a record', async () => {
		expect((await post('SalesOrder', { CustomerID: { value: 'C000001' } })).status).toBe(406);
	});
});
