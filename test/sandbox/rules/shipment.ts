import { randomUUID } from 'node:crypto';
import type { SandboxRecord } from '../record.ts';
import { newRow, type ActionRun } from './action.ts';
import { fillIn, lookUp, numberOf, rounded, textOf, type EntityRules } from './draft.ts';
import { invoiceShipments } from './salesInvoice.ts';

/** The form Shipments (SO302000). */
export const shipment: EntityRules = {
	numbering: { field: 'ShipmentNbr', prefix: '' },
	derived: ['Status', 'ShippedQty'],
	complete(draft) {
		const { record } = draft;
		lookUp(draft, { record, field: 'CustomerID', label: 'Customer', entities: ['Customer'] });
		fillIn(record, 'Type', 'Shipment');
		fillIn(record, 'Operation', 'Issue');
		fillIn(record, 'ShipmentDate', draft.businessDate);
		fillIn(record, 'Hold', false);
		setQuantity(record);
		const isOpen = ['', 'Open', 'On Hold'].includes(textOf(record, 'Status'));
		if (isOpen) record.fields.Status = record.fields.Hold === true ? 'On Hold' : 'Open';
	},
	refuseDelete: ({ fields }) =>
		['Open', 'On Hold'].includes(String(fields.Status))
			? undefined
			: 'The shipment is confirmed and cannot be deleted.',
	actions: {
		ConfirmShipment: confirm,
		CorrectShipment: correct,
		PrepareInvoice: prepareInvoice,
		UpdateIN: updateInventory,
	},
};

/** Makes a shipment of lines of an order, and notes it there. */
export function shipLines(
	run: ActionRun,
	{ order, lines }: { readonly order: SandboxRecord; readonly lines: readonly SandboxRecord[] },
): SandboxRecord {
	const { OrderType = null, OrderNbr = null, CustomerID = null, LocationID = null } = order.fields;
	const date = run.parameters.ShipmentDate ?? run.businessDate;
	const made = run.create('Shipment', {
		fields: {
			Type: 'Shipment',
			Operation: 'Issue',
			Status: 'Open',
			Hold: false,
			CustomerID,
			LocationID,
			ShipVia: order.fields.ShipVia ?? null,
			ShipmentDate: date,
			WarehouseID: lines[0]?.fields.WarehouseID ?? null,
		},
		details: { Details: lines.map((line, index) => shipmentLine(order, line, index + 1)) },
	});
	setQuantity(made);
	const { ShipmentNbr = null, ShippedQty = 0 } = made.fields;
	const reference = { ShipmentNbr, ShipmentType: 'Shipment', ShippedQty };
	made.details.Orders = [newRow(randomUUID(), { ...reference, OrderType, OrderNbr })];
	(order.details.Shipments ??= []).push(
		newRow(randomUUID(), { ...reference, ShipmentDate: date, Status: 'Open' }),
	);
	return made;
}

function shipmentLine(order: SandboxRecord, line: SandboxRecord, number: number): SandboxRecord {
	const quantity = numberOf(line, 'OpenQty');
	line.fields.QtyOnShipments = numberOf(line, 'QtyOnShipments') + quantity;
	return newRow(randomUUID(), {
		LineNbr: number,
		InventoryID: line.fields.InventoryID ?? null,
		Description: line.fields.LineDescription ?? null,
		OrderType: order.fields.OrderType ?? null,
		OrderNbr: order.fields.OrderNbr ?? null,
		OrderLineNbr: line.fields.LineNbr ?? null,
		OrderedQty: quantity,
		OriginalQty: quantity,
		ShippedQty: quantity,
		OpenQty: 0,
		UOM: line.fields.UOM ?? null,
		WarehouseID: line.fields.WarehouseID ?? null,
	});
}

function confirm(run: ActionRun): void {
	requireStatus(run, 'Open');
	if (numberOf(run.record, 'ShippedQty') === 0) run.refuse('The shipment has nothing to ship.');
	run.record.fields.Status = 'Confirmed';
	changeOrders(run, -1, 'Confirmed');
}

function correct(run: ActionRun): void {
	requireStatus(run, 'Confirmed');
	run.record.fields.Status = 'Open';
	changeOrders(run, 1, 'Open');
}

function prepareInvoice(run: ActionRun): void {
	requireStatus(run, 'Confirmed');
	invoiceShipments(run, [run.record]);
}

function updateInventory(run: ActionRun): void {
	requireStatus(run, 'Confirmed', 'Invoiced');
	run.record.fields.Status = 'Completed';
}

function requireStatus({ record, refuse }: ActionRun, ...allowed: readonly string[]): void {
	const status = textOf(record, 'Status');
	if (!allowed.includes(status)) {
		refuse(`The action cannot be used for a shipment with the status '${status}'.`);
	}
}

/** Takes the shipped quantities off the orders' open ones, or gives them back. */
function changeOrders(run: ActionRun, sign: 1 | -1, status: string): void {
	for (const { fields } of run.record.details.Orders ?? []) {
		const order = run.change('SalesOrder', [fields.OrderType ?? null, fields.OrderNbr ?? null]);
		if (order === undefined) continue;
		for (const line of run.record.details.Details ?? []) changeOrderLine(order, line, sign);
		for (const row of order.details.Shipments ?? []) {
			if (row.fields.ShipmentNbr === run.record.fields.ShipmentNbr) row.fields.Status = status;
		}
		const isDone = (order.details.Details ?? []).every((line) => numberOf(line, 'OpenQty') === 0);
		const left = isDone ? 'Completed' : 'Back Order';
		order.fields.Status = sign < 0 ? left : 'Shipping';
	}
}

function changeOrderLine(order: SandboxRecord, shipped: SandboxRecord, sign: 1 | -1): void {
	const { OrderType, OrderNbr, OrderLineNbr } = shipped.fields;
	if (OrderType !== order.fields.OrderType || OrderNbr !== order.fields.OrderNbr) return;
	const line = order.details.Details?.find(({ fields }) => fields.LineNbr === OrderLineNbr);
	if (line === undefined) return;
	const open = numberOf(line, 'OpenQty') + sign * numberOf(shipped, 'ShippedQty');
	line.fields.OpenQty = Math.max(0, rounded(open));
	line.fields.Completed = line.fields.OpenQty === 0;
}

function setQuantity(record: SandboxRecord): void {
	const lines = record.details.Details ?? [];
	record.fields.ShippedQty = lines.reduce((sum, line) => sum + numberOf(line, 'ShippedQty'), 0);
}
