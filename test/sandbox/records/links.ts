import type { SandboxRecord } from '../record.ts';
import type { Entity } from './entity.ts';

/** Graph and view of the forms; they are part of the address that files are put to. */
const forms: Readonly<Record<string, readonly [graph: string, view: string]>> = {
	Customer: ['PX.Objects.AR.CustomerMaint', 'BAccount'],
	Invoice: ['PX.Objects.AR.ARInvoiceEntry', 'Document'],
	Payment: ['PX.Objects.AR.ARPaymentEntry', 'Document'],
	SalesOrder: ['PX.Objects.SO.SOOrderEntry', 'Document'],
	StockItem: ['PX.Objects.IN.InventoryItemMaint', 'Item'],
	Vendor: ['PX.Objects.AP.VendorMaint', 'BAccount'],
};

/** The addresses of a record: below the origin, with the site, and `{filename}` as a placeholder. */
export function linksOf(
	sitePath: string,
	entity: Entity,
): (record: SandboxRecord) => Readonly<Record<string, string>> {
	const { name, version } = entity.contract.endpoint;
	const base = `${sitePath}/entity/${name}/${version}`;
	const [graph, view] = forms[entity.storedAs] ?? [
		`PX.Objects.${entity.storedAs}Maint`,
		'Document',
	];
	return ({ id }) => ({
		self: `${base}/${entity.name}/${id}`,
		'files:put': `${base}/files/${graph}/${view}/${id}/{filename}`,
	});
}
