import type { SandboxRecord } from '../record.ts';
import { completeLines } from './lines.ts';
import { fillIn, lookUp, mustHave, numberOf, type Draft, type EntityRules } from './draft.ts';
import { salesOrderActions } from './salesOrderActions.ts';

/** The form Sales Orders (SO301000), as far as integrations meet it. */
export const salesOrder: EntityRules = {
	keyDefaults: { OrderType: 'SO' },
	numbering: { field: 'OrderNbr', prefix: '' },
	derived: ['Status', 'OrderTotal', 'OrderedQty', 'TaxTotal', 'Approved'],
	complete(draft) {
		const { record } = draft;
		completeHeader(draft);
		const { quantity, amount } = completeLines(draft, {
			quantity: 'OrderQty',
			price: 'UnitPrice',
			description: 'LineDescription',
			amounts: ['ExtendedPrice', 'Amount'],
		});
		const isUnshipped =
			draft.isNew || (isOpen(record) && (record.details.Shipments ?? []).length === 0);
		for (const line of record.details.Details ?? []) {
			if (isUnshipped || line.fields.OpenQty === undefined) {
				line.fields.OpenQty = numberOf(line, 'OrderQty');
			}
			fillIn(line, 'WarehouseID', record.fields.PreferredWarehouseID);
		}
		record.fields.OrderedQty = quantity;
		record.fields.OrderTotal = amount + numberOf(record, 'TaxTotal');
		completeTotals(record, quantity, amount);
		record.fields.Status = statusOf(record);
	},
	refuseDelete: (record) =>
		record.fields.Status === 'Completed'
			? 'The sales order is completed and cannot be deleted.'
			: undefined,
	actions: salesOrderActions,
};

function completeHeader(draft: Draft): void {
	const { record } = draft;
	fillIn(record, 'Date', draft.businessDate);
	fillIn(record, 'RequestedOn', record.fields.Date);
	fillIn(record, 'Hold', draft.settings.salesOrdersStartOnHold);
	fillIn(record, 'Branch', draft.branch);
	fillIn(record, 'CurrencyID', 'USD');
	fillIn(record, 'BaseCurrencyID', 'USD');
	fillIn(record, 'CreditHold', false);
	fillIn(record, 'TaxTotal', 0);
	fillIn(record, 'Approved', true);
	if (!mustHave(draft, record, 'CustomerID', 'Customer')) return;
	const customer = lookUp(draft, {
		record,
		field: 'CustomerID',
		label: 'Customer',
		entities: ['Customer'],
	});
	fillIn(record, 'LocationID', customer === undefined ? undefined : 'MAIN');
	fillIn(record, 'ShipVia', customer?.fields.ShipVia);
}

function completeTotals(record: SandboxRecord, quantity: number, amount: number): void {
	const totals = (record.linked.Totals ??= {
		id: record.id,
		note: null,
		fields: {},
		linked: {},
		details: {},
		custom: {},
	});
	totals.fields.LineTotalAmount = amount;
	totals.fields.UnbilledAmount = amount;
	totals.fields.UnbilledQty = quantity;
	totals.fields.UnpaidBalance = amount;
	fillIn(totals, 'TaxTotal', 0);
}

function isOpen({ fields }: SandboxRecord): boolean {
	return fields.Status === 'Open' || fields.Status === 'On Hold';
}

/** Hold is a field, not an action; taking it off opens the order. */
function statusOf(record: SandboxRecord): string {
	if (record.fields.Hold === true) return 'On Hold';
	const status = record.fields.Status;
	return typeof status === 'string' && status !== 'On Hold' ? status : 'Open';
}
