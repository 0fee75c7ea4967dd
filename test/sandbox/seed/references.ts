import type { FieldValue, SandboxRecord } from '../record.ts';
import { day, sqlMoment } from './moment.ts';
import { seeded } from './seeded.ts';

type Row = Record<string, FieldValue>;

/** Small tables that other records refer to. */
const rows: Readonly<Record<string, readonly Row[]>> = {
	Account: [
		{ AccountCD: '10200', Description: 'Checking account', Type: 'Asset', Active: true },
		{ AccountCD: '11000', Description: 'Accounts receivable', Type: 'Asset', Active: true },
		{ AccountCD: '20000', Description: 'Accounts payable', Type: 'Liability', Active: true },
		{ AccountCD: '40000', Description: 'Sales', Type: 'Income', Active: true },
	],
	Currency: [
		{ CurrencyID: 'USD', Description: 'Dollar', CurrencySymbol: '$', Active: true },
		{ CurrencyID: 'EUR', Description: 'Euro', CurrencySymbol: '€', Active: true },
	],
	CustomerClass: [
		{ ClassID: 'DEFAULT', Description: 'Customers', Terms: '30D' },
		{ ClassID: 'INTL', Description: 'Customers abroad', Terms: 'COD' },
		{ ClassID: 'LOCAL', Description: 'Customers nearby', Terms: '30D' },
	],
	ItemClass: [
		{
			ClassID: 'CONSUMER',
			Description: 'Consumer goods',
			ItemType: 'Finished Good',
			StockItem: true,
		},
		{ ClassID: 'ELECCOMP', Description: 'Electronics', ItemType: 'Finished Good', StockItem: true },
	],
	PaymentMethod: [
		{ PaymentMethodID: 'CHECK', Description: 'Check', Active: true, UseInAR: true, UseInAP: true },
		{ PaymentMethodID: 'CREDITCARD', Description: 'Card', Active: true, UseInAR: true },
		{ PaymentMethodID: 'WIRE', Description: 'Wire', Active: true, UseInAR: true, UseInAP: true },
	],
	Salesperson: [
		{ SalespersonID: 'SP0001', Name: 'Ines Roth', IsActive: true, DefaultCommission: 3 },
		{ SalespersonID: 'SP0002', Name: 'Omar Haddad', IsActive: true, DefaultCommission: 2.5 },
	],
	ShippingTerm: [
		{ TermID: 'FLATRATE1', Description: 'Flat rate' },
		{ TermID: 'FREE', Description: 'Free above a total' },
	],
	ShipVia: [
		{ CarrierID: 'GROUND', Description: 'Ground freight', CommonCarrier: true },
		{ CarrierID: 'PICKUP', Description: 'Picked up by the customer', CommonCarrier: false },
	],
	TaxCategory: [
		{ TaxCategoryID: 'EXEMPT', Description: 'Without tax', Active: true },
		{ TaxCategoryID: 'TAXABLE', Description: 'Taxable goods', Active: true },
	],
	TaxZone: [{ TaxZoneID: 'EXEMPT', Description: 'No taxes' }],
	UnitsOfMeasure: [
		{ UnitID: 'BOX', Description: 'Box' },
		{ UnitID: 'EA', Description: 'Each' },
		{ UnitID: 'PACK', Description: 'Pack' },
	],
	VendorClass: [{ ClassID: 'DEFAULT', Description: 'Vendors' }],
	Warehouse: [
		{ WarehouseID: 'RETAIL', Description: 'Store room', Active: true },
		{ WarehouseID: 'WHOLESALE', Description: 'Main warehouse', Active: true },
	],
};

/** Those of the tables above that have no timestamp in the contract. */
const withoutTimestamp: ReadonlySet<string> = new Set([
	'ShippingTerm',
	'ShipVia',
	'UnitsOfMeasure',
]);

/** Makes the records of the reference tables, by entity. */
export function seedReferences(now: number): [entity: string, records: SandboxRecord[]][] {
	const LastModifiedDateTime = sqlMoment(now - 365 * day);
	return Object.entries(rows).map(([entity, entityRows]) => {
		const timestamp: Row = withoutTimestamp.has(entity) ? {} : { LastModifiedDateTime };
		return [
			entity,
			entityRows.map((row, index) => seeded(entity, index, { ...row, ...timestamp }, { note: '' })),
		];
	});
}
