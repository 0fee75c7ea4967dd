import { fieldOf, valueAt, type Answer } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

/** The whole way of an order, as integrations go it: each step is proven by reading. */
describe('order to cash', () => {
	const its = signedInClient();
	const act = (path: string, entity: object) =>
		its.client.send('POST', path, { body: { entity, parameters: {} } });
	const read = async (path: string) => (await its.client.get(path)).json;

	async function newOrder() {
		const { json } = await its.client.put('SalesOrder', {
			CustomerID: { value: 'C000001' },
			CustomerOrder: { value: 'PO-1' },
			Details: [
				{ InventoryID: { value: 'AALEGO500' }, OrderQty: { value: 3 }, UnitPrice: { value: 10 } },
				{ InventoryID: { value: 'CONGRILL' }, OrderQty: { value: 1 }, UnitPrice: { value: 99.5 } },
			],
		});
		return { OrderType: { value: 'SO' }, OrderNbr: { value: fieldOf(json, 'OrderNbr') } };
	}

	/** Follows a 202 to its end. */
	async function finished({ status, headers }: Answer): Promise<number> {
		expect(status).toBe(202);
		const path = String(headers.location).replace('/AcumaticaERP', '');
		for (;;) {
			its.sandbox.clock.advance(100);
			const { status: current } = await its.client.get(path);
			if (current !== 202) return current;
		}
	}

	async function newShipment(order: Awaited<ReturnType<typeof newOrder>>) {
		expect((await act('SalesOrder/SalesOrderCreateShipment', order)).status).toBe(204);
		const shipping = await read(`SalesOrder/SO/${order.OrderNbr.value}?$expand=Shipments`);
		expect(fieldOf(shipping, 'Status')).toBe('Shipping');
		return { ShipmentNbr: { value: fieldOf(valueAt(shipping, 'Shipments', 0), 'ShipmentNbr') } };
	}

	async function releasedInvoice(): Promise<string> {
		const shipment = await newShipment(await newOrder());
		await finished(await act('Shipment/ConfirmShipment', shipment));
		await act('Shipment/PrepareInvoice', shipment);
		const invoiced = await read(`Shipment/${shipment.ShipmentNbr.value}?$expand=Orders`);
		const ReferenceNbr = fieldOf(valueAt(invoiced, 'Orders', 0), 'InvoiceNbr');
		const invoice = { Type: { value: 'Invoice' }, ReferenceNbr: { value: ReferenceNbr } };
		expect(await finished(await act('SalesInvoice/ReleaseSalesInvoice', invoice))).toBe(204);
		return ReferenceNbr;
	}

	it('makes a shipment with the lines of the order', async () => {
		const order = await newOrder();
		const { ShipmentNbr } = await newShipment(order);
		const shipment = await read(`Shipment/${ShipmentNbr.value}?$expand=Details,Orders`);
		expect(shipment).toMatchObject({
			Status: { value: 'Open' },
			ShippedQty: { value: 4 },
			Details: [
				{ InventoryID: { value: 'AALEGO500' }, ShippedQty: { value: 3 } },
				{ InventoryID: { value: 'CONGRILL' }, ShippedQty: { value: 1 } },
			],
			Orders: [order],
		});
	});

	it('completes the order when the shipment is confirmed', async () => {
		const order = await newOrder();
		const shipment = await newShipment(order);
		expect(await finished(await act('Shipment/ConfirmShipment', shipment))).toBe(204);
		expect(await read(`Shipment/${shipment.ShipmentNbr.value}`)).toMatchObject({
			Status: { value: 'Confirmed' },
		});
		expect(await read(`SalesOrder/SO/${order.OrderNbr.value}?$expand=Details`)).toMatchObject({
			Status: { value: 'Completed' },
			Details: [{ OpenQty: { value: 0 } }, { OpenQty: { value: 0 } }],
		});
	});

	it.each(['SalesInvoice', 'Invoice'])(
		'prepares and releases an invoice that %s shows with its total and lines',
		async (entity) => {
			const number = await releasedInvoice();
			expect(await read(`${entity}/Invoice/${number}?$expand=Details`)).toMatchObject({
				Status: { value: 'Open' },
				Amount: { value: 129.5 },
				Balance: { value: 129.5 },
				Details: [{ Amount: { value: 30 } }, { Amount: { value: 99.5 } }],
			});
		},
	);

	it('closes the invoice, on both forms, when a payment of all of it is released', async () => {
		const number = await releasedInvoice();
		const { json: payment } = await its.client.put('Payment', {
			CustomerID: { value: 'C000001' },
			PaymentAmount: { value: 129.5 },
			Hold: { value: false },
			DocumentsToApply: [{ DocType: { value: 'Invoice' }, ReferenceNbr: { value: number } }],
		});
		expect((await act('Payment/ReleasePayment', { id: valueAt(payment, 'id') })).status).toBe(204);
		const closed = { Status: { value: 'Closed' } };
		const paid = await read(`Payment/Payment/${fieldOf(payment, 'ReferenceNbr')}`);
		expect(paid).toMatchObject(closed);
		for (const entity of ['SalesInvoice', 'Invoice']) {
			const invoice = await read(`${entity}/Invoice/${number}`);
			expect(invoice).toMatchObject({ ...closed, Balance: { value: 0 } });
		}
	});

	it('leaves each step once in the ledger', async () => {
		await releasedInvoice();
		const { actions, writes } = its.sandbox.ledger;
		expect(actions.map(({ entity, action, times }) => [entity, action, times])).toEqual([
			['SalesOrder', 'SalesOrderCreateShipment', 1],
			['Shipment', 'ConfirmShipment', 1],
			['Shipment', 'PrepareInvoice', 1],
			['SalesInvoice', 'ReleaseSalesInvoice', 1],
		]);
		expect(writes.map(({ entity, kind }) => [entity, kind])).toEqual([
			['SalesOrder', 'insert'],
			['Shipment', 'insert'],
			['SalesInvoice', 'insert'],
		]);
	});
});
