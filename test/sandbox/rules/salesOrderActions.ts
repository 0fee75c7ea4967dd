import type { ActionEffect, ActionRun } from './action.ts';
import { numberOf, textOf } from './draft.ts';
import { invoiceShipments } from './salesInvoice.ts';
import { shipLines } from './shipment.ts';

/** The actions of Sales Orders (SO301000) that change more than the time of change. */
export const salesOrderActions: Readonly<Record<string, ActionEffect>> = {
	SalesOrderCreateShipment: createShipment,
	PrepareSalesInvoice: prepareInvoice,
	CancelSalesOrder(run) {
		requireStatus(run, 'On Hold', 'Credit Hold', 'Open', 'Back Order');
		setStatus(run, 'Canceled');
	},
	ReopenSalesOrder(run) {
		requireStatus(run, 'Canceled', 'Completed');
		setStatus(run, 'Open');
	},
	OpenSalesOrder(run) {
		requireStatus(run, 'On Hold', 'Credit Hold', 'Open', 'Back Order');
		setStatus(run, 'Open');
	},
	ReleaseFromCreditHoldSalesOrder(run) {
		run.record.fields.CreditHold = false;
		if (textOf(run.record, 'Status') === 'Credit Hold') setStatus(run, 'Open');
	},
};

function createShipment(run: ActionRun): void {
	requireStatus(run, 'Open', 'Back Order');
	const { record, parameters } = run;
	const warehouse = parameters.WarehouseID ?? null;
	if (warehouse !== null && run.find('Warehouse', [warehouse]) === undefined) {
		run.refuse(`Warehouse '${String(warehouse)}' cannot be found in the system.`);
	}
	const open = (record.details.Details ?? []).filter((line) => numberOf(line, 'OpenQty') > 0);
	// One shipment leaves one warehouse.
	const from = warehouse ?? open[0]?.fields.WarehouseID ?? null;
	const lines = open.filter(({ fields }) => (fields.WarehouseID ?? from) === from);
	if (lines.length === 0) run.refuse('The order has no lines that can be shipped.');
	shipLines(run, { order: record, lines });
	record.fields.Status = 'Shipping';
}

/** One invoice for all confirmed shipments that are not in one yet. */
function prepareInvoice(run: ActionRun): void {
	const numbers = (run.record.details.Shipments ?? [])
		.filter(({ fields }) => fields.Status === 'Confirmed')
		.map(({ fields }) => fields.ShipmentNbr ?? null);
	const shipments = numbers.flatMap((number) => run.change('Shipment', [number]) ?? []);
	if (shipments.length === 0) run.refuse('The order has no confirmed shipment to be invoiced.');
	invoiceShipments(run, shipments);
}

function setStatus({ record }: ActionRun, status: string): void {
	record.fields.Status = status;
	record.fields.Hold = false;
}

function requireStatus({ record, refuse }: ActionRun, ...allowed: readonly string[]): void {
	const status = textOf(record, 'Status');
	if (!allowed.includes(status)) {
		refuse(`The action cannot be used for an order with the status '${status}'.`);
	}
}
