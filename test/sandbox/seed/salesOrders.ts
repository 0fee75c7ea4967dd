import type { SandboxRecord } from '../record.ts';
import { cultureMoment, dateOf, day, sqlMoment } from './moment.ts';
import { randomFor, type Random } from './random.ts';
import { money, numbered, seeded } from './seeded.ts';
import { orderableItems, warehouses } from './stockItems.ts';

const branch = 'PRODWHOLE';
/** Orders are spread evenly over this time before now. */
const span = 120 * day;
/** So many line IDs are set aside for each order. */
const maxLines = 3;
const lineCounts = [1, 1, 2, maxLines];

const statuses = [
	'Open',
	'Open',
	'Open',
	'Open',
	'Open',
	'On Hold',
	'Completed',
	'Completed',
	'Completed',
] as const;

type Status = (typeof statuses)[number];

function seedLine(
	orderIndex: number,
	lineIndex: number,
	status: Status,
	modified: string,
	random: Random,
): SandboxRecord {
	const item = random.pick(orderableItems);
	const quantity = random.whole(1, 12);
	const extended = money(quantity * item.price);
	const isDone = status === 'Completed';
	const row = seeded('SalesOrder.Details', orderIndex * maxLines + lineIndex, {
		Amount: extended,
		Branch: branch,
		Completed: isDone,
		DiscountAmount: 0,
		ExtendedPrice: extended,
		InventoryID: item.inventoryId,
		LastModifiedDate: modified,
		LineDescription: item.description,
		LineNbr: lineIndex + 1,
		OpenQty: isDone ? 0 : quantity,
		OrderQty: quantity,
		UnitPrice: item.price,
		UOM: 'EA',
		WarehouseID: warehouses[0],
	});
	row.fields['NoteID'] = row.id;
	return row;
}

const total = (lines: readonly SandboxRecord[], field: string): number =>
	money(lines.reduce((sum, line) => sum + Number(line.fields[field]), 0));

/** Goods go to the customer's main address. */
const shipTo = (customer: SandboxRecord, orderIndex: number): SandboxRecord =>
	seeded('SalesOrder.ShipToAddress', orderIndex, {
		...customer.linked['MainContact']?.linked['Address']?.fields,
	});

function seedOrder(
	index: number,
	{ count, now }: { readonly count: number; readonly now: number },
	customers: readonly SandboxRecord[],
): SandboxRecord {
	const random = randomFor('SalesOrder', index);
	const customer = random.pick(customers);
	const status = random.pick(statuses);
	const created = now - Math.floor(((count - index) * span) / count);
	const modified = created + random.whole(0, Math.min(2 * day, now - created - 1));
	const lineModified = cultureMoment(modified);
	const lines = Array.from({ length: random.pick(lineCounts) }, (_, line) =>
		seedLine(index, line, status, lineModified, random),
	);
	const record = seeded(
		'SalesOrder',
		index,
		{
			Approved: status !== 'On Hold',
			BaseCurrencyID: 'USD',
			Branch: branch,
			CreatedDate: sqlMoment(created),
			CreditHold: false,
			CurrencyID: 'USD',
			CustomerID: customer.fields['CustomerID'] ?? null,
			CustomerOrder: `SHOP-${100_001 + index}`,
			Date: dateOf(created),
			Description: index % 5 === 0 ? 'Deliver to the back door' : 'Web shop order',
			Hold: status === 'On Hold',
			LastModified: sqlMoment(modified),
			LocationID: 'MAIN',
			OrderedQty: total(lines, 'OrderQty'),
			OrderNbr: numbered('', index + 1),
			OrderTotal: total(lines, 'Amount'),
			OrderType: 'SO',
			RequestedOn: dateOf(created + 3 * day),
			Status: status,
			TaxTotal: 0,
		},
		{
			note: index % 10 === 0 ? 'Gift: no invoice in the parcel.' : '',
			linked: { ShipToAddress: shipTo(customer, index) },
			details: { Details: lines },
		},
	);
	record.fields['NoteID'] = record.id;
	if (index % 2 === 0) {
		record.custom = {
			Document: {
				UsrWebOrderNbr: { type: 'CustomStringField', value: `W-${index + 1}` },
				UsrShippingFee: { type: 'CustomDecimalField', value: random.whole(0, 1500) / 100 },
			},
		};
	}
	return record;
}

/** Orders `SO 000001` and so on, oldest first, each with one to three lines and totals that add up. */
export function seedSalesOrders(
	count: number,
	now: number,
	customers: readonly SandboxRecord[],
): SandboxRecord[] {
	return Array.from({ length: count }, (_, index) => seedOrder(index, { count, now }, customers));
}
