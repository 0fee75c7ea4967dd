import { randomUUID } from 'node:crypto';
import type { SandboxRecord } from '../record.ts';
import { newRow, type ActionRun } from './action.ts';
import {
	daysAfter,
	documentStatus,
	isReleased,
	refuseReleased,
	releaseDocument,
} from './documents.ts';
import { fillIn, lookUp, mustHave, numberOf, rounded, textOf, type EntityRules } from './draft.ts';
import { completeLines } from './lines.ts';
import { shownAsInvoice } from './salesInvoiceTwin.ts';

/** The form Invoices of sales orders (SO303000). */
export const salesInvoice: EntityRules = {
	keyDefaults: { Type: 'Invoice' },
	numbering: { field: 'ReferenceNbr', prefix: '', sequenceOf: 'Invoice' },
	derived: ['Status', 'Amount', 'Balance', 'DetailTotal', 'TaxTotal'],
	complete(draft) {
		const { record } = draft;
		if (mustHave(draft, record, 'CustomerID', 'Customer')) {
			lookUp(draft, { record, field: 'CustomerID', label: 'Customer', entities: ['Customer'] });
		}
		fillIn(record, 'Date', draft.businessDate);
		fillIn(record, 'DueDate', daysAfter(textOf(record, 'Date'), 30));
		fillIn(record, 'Hold', true);
		fillIn(record, 'Currency', 'USD');
		const { amount } = completeLines(draft, {
			quantity: 'Qty',
			price: 'UnitPrice',
			description: 'TransactionDescr',
			amounts: ['Amount'],
			branch: 'BranchID',
		});
		setTotal(record, amount);
		record.fields.Status = documentStatus(record);
	},
	refuseDelete: refuseReleased,
	twin: { entity: 'Invoice', show: shownAsInvoice },
	actions: { ReleaseSalesInvoice: releaseDocument },
};

function setTotal(record: SandboxRecord, amount: number): void {
	fillIn(record, 'TaxTotal', 0);
	record.fields.DetailTotal = amount;
	record.fields.Amount = rounded(amount + numberOf(record, 'TaxTotal'));
	if (!isReleased(record)) record.fields.Balance = record.fields.Amount;
}

/**
 * Makes one invoice, ready to be released, of what was shipped, at the prices of the orders.
 *
 * @param shipments copies that the action may change
 */
export function invoiceShipments(
	run: ActionRun,
	shipments: readonly SandboxRecord[],
): SandboxRecord {
	const lines = shipments.flatMap((shipment) => invoiceLines(run, shipment));
	const [first] = lines;
	const invoice = run.create('SalesInvoice', {
		fields: {
			Type: 'Invoice',
			CustomerID: shipments[0]?.fields.CustomerID ?? null,
			CustomerOrder: first?.order?.fields.CustomerOrder ?? null,
			Currency: 'USD',
			Date: run.businessDate,
			DueDate: daysAfter(run.businessDate, 30),
			Hold: false,
			Status: 'Balanced',
		},
		details: {
			Details: lines.map(({ fields }, index) =>
				newRow(randomUUID(), { ...fields, LineNbr: index + 1 }),
			),
		},
	});
	setTotal(invoice, rounded(lines.reduce((sum, { fields }) => sum + fields.Amount, 0)));
	for (const shipment of shipments) noteInvoice(run, shipment, invoice);
	return invoice;
}

function invoiceLines(run: ActionRun, shipment: SandboxRecord) {
	return (shipment.details.Details ?? []).map((line) => {
		const { InventoryID, OrderType, OrderNbr, OrderLineNbr, UOM, Description } = line.fields;
		const order = run.find('SalesOrder', [OrderType ?? null, OrderNbr ?? null]);
		const orderLine = order?.details.Details?.find(({ fields }) => fields.LineNbr === OrderLineNbr);
		const price = orderLine === undefined ? 0 : numberOf(orderLine, 'UnitPrice');
		const quantity = numberOf(line, 'ShippedQty');
		return {
			order,
			fields: {
				InventoryID: InventoryID ?? null,
				TransactionDescr: Description ?? null,
				Qty: quantity,
				UOM: UOM ?? null,
				UnitPrice: price,
				Amount: rounded(quantity * price),
				BranchID: run.branch,
				OrderType: OrderType ?? null,
				OrderNbr: OrderNbr ?? null,
				OrderLineNbr: OrderLineNbr ?? null,
				ShipmentNbr: shipment.fields.ShipmentNbr ?? null,
			},
		};
	});
}

/** The shipment and its orders show which invoice it went into. */
function noteInvoice(run: ActionRun, shipment: SandboxRecord, invoice: SandboxRecord): void {
	const { Type, ReferenceNbr } = invoice.fields;
	const reference = { InvoiceType: Type ?? null, InvoiceNbr: ReferenceNbr ?? null };
	shipment.fields.Status = 'Invoiced';
	for (const row of shipment.details.Orders ?? []) {
		Object.assign(row.fields, reference);
		const order = run.change('SalesOrder', [
			row.fields.OrderType ?? null,
			row.fields.OrderNbr ?? null,
		]);
		for (const { fields } of order?.details.Shipments ?? []) {
			if (fields.ShipmentNbr !== shipment.fields.ShipmentNbr) continue;
			Object.assign(fields, reference, { Status: 'Invoiced' });
		}
	}
}
