/**
 * Makes the contract of Default/20.200.001, of which there is no document, of that of 23.200.001.
 *
 *     node test/sandbox/contract/default20.ts <facts of 23.200.001> <output>
 *
 * What came later is taken away, as far as it is known: names were compared, schema by schema of the
 * table below, with the models of the official C# client for 20.200.001 (AcumaticaRESTAPIClientForCSharp).
 * Schemas that are not in the table are those of 23.200.001.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { condensedText } from './condense.ts';
import type { ContractFacts, EntityFacts, SchemaFacts } from './contract.ts';
import { contractFacts } from './load.ts';

const published = [
	'Bill',
	'Contact',
	'Customer',
	'Invoice',
	'JournalTransaction',
	'Payment',
	'PurchaseOrder',
	'SalesInvoice',
	'SalesOrder',
	'Shipment',
	'StockItem',
	'Vendor',
	'Warehouse',
] as const;

/** Schema -> fields, linked entities and details of 23.200.001 that 20.200.001 did not have. */
export const laterNames: Readonly<Record<string, readonly string[]>> = {
	Address: [],
	Bill: [],
	BillDetail: ['POReceiptType'],
	Contact: ['FullName', 'RoleAssignments'],
	Customer: [
		...['BAccountID', 'CreditLimit', 'CustomerCategory', 'Email', 'EntityUsageType'],
		...['IsGuestCustomer', 'NoteID', 'PrimaryContactID', 'RestrictVisibilityTo'],
		'TaxExemptionNumber',
	],
	CustomerContact: ['LastModifiedDateTime'],
	DocContact: [],
	Invoice: ['IsTaxValid'],
	InvoiceDetail: ['TaxCategory'],
	JournalTransaction: [],
	Payment: [
		...['AppliedToOrders', 'AvailableBalance', 'BranchID', 'Charges', 'CustomerLocationID'],
		...['ExternalRef', 'IsCCPayment', 'IsNewCard', 'NoteID', 'OrigTransaction'],
	],
	PurchaseOrder: ['IsTaxValid'],
	PurchaseOrderDetail: ['OrderedQty'],
	SalesInvoice: ['IsTaxValid', 'LastModifiedDateTime'],
	SalesInvoiceDetail: [],
	SalesOrder: [
		...['Branch', 'CreatedDate', 'DisableAutomaticTaxCalculation', 'ExternalOrderOrigin'],
		...['ExternalOrderOriginal', 'ExternalOrderSource', 'ExternalRefundRef', 'MaxRiskScore'],
		...[
			'NoteID',
			'OrderRisks',
			'PaymentRef',
			'TaxCalcMode',
			'UsrExternalOrderOriginal',
			'WillCall',
		],
	],
	SalesOrderDetail: [
		...['AssociatedOrderLineNbr', 'CustomerOrderNbr', 'ExternalRef', 'GiftMessage'],
		...['InvoiceLineNbr', 'InvoiceNbr', 'InvoiceType', 'LotSerialNbr', 'ManualPrice', 'NoteID'],
		...['PurchaseWarehouse', 'PurchasingDetails', 'SchedOrderDate', 'ShipToLocation', 'TaxZone'],
		'VendorID',
	],
	Shipment: ['FreightPrice', 'NoteID'],
	ShipmentDetail: [],
	StockItem: [
		...['Availability', 'CountryOfOrigin', 'CurySpecificMSRP', 'CurySpecificPrice', 'CustomURL'],
		...['ExportToExternal', 'FileURLs', 'MetaDescription', 'MetaKeywords', 'NotAvailable'],
		...['NoteID', 'PageTitle', 'SearchKeywords', 'TariffCode', 'TemplateItemID', 'Visibility'],
	],
	StockItemWarehouseDetail: [],
	Vendor: ['LegalName'],
	Warehouse: [
		...['LastModifiedDateTime', 'NonStockPickingLocationID', 'UseItemDefaultLocationForPicking'],
	],
};

/** Actions of 23.200.001 for which the client of 20.200.001 has no model. */
export const laterActions: readonly string[] = [
	...['CardOperation', 'CreateAccountFromContact', 'CreateContactFromCustomer'],
	...['CreateContactFromVendor', 'ReleaseRetainage', 'VoidCardPayment'],
];

function without<T>(
	table: Readonly<Record<string, T>>,
	names: readonly string[],
): Readonly<Record<string, T>> {
	return Object.fromEntries(Object.entries(table).filter(([name]) => !names.includes(name)));
}

/** The contract of 20.200.001, by that of 23.200.001: closed under its references, in the same order. */
export function default20({ contractVersion, entities, schemas }: ContractFacts): ContractFacts {
	const kept: Record<string, EntityFacts> = {};
	for (const entity of published) {
		const facts = entities[entity];
		if (facts === undefined) throw new Error(`Default/23.200.001 has no entity ${entity}`);
		kept[entity] = { ...facts, actions: without(facts.actions, laterActions) };
	}
	const reached = new Map<string, SchemaFacts>();
	const reach = (name: string): void => {
		const facts = schemas[name];
		if (facts === undefined || reached.has(name)) return;
		const later = laterNames[name] ?? [];
		const linked = without(facts.linked, later);
		const details = without(facts.details, later);
		reached.set(name, { fields: without(facts.fields, later), linked, details });
		for (const next of [...Object.values(linked), ...Object.values(details)]) reach(next);
	};
	for (const { schema } of Object.values(kept)) reach(schema);
	const inOrder = [...reached].sort(([one], [other]) => (one < other ? -1 : 1));
	return {
		endpoint: { name: 'Default', version: '20.200.001' },
		contractVersion,
		entities: kept,
		schemas: Object.fromEntries(inOrder),
	};
}

function main([newer, output]: readonly string[]): void {
	if (newer === undefined || output === undefined) {
		process.stderr.write('usage: node test/sandbox/contract/default20.ts <facts> <output>\n');
		process.exitCode = 2;
		return;
	}
	const facts = contractFacts.parse(JSON.parse(readFileSync(newer, 'utf8')));
	writeFileSync(output, condensedText(default20(facts)));
}

if (process.argv[1] === import.meta.filename) main(process.argv.slice(2));
