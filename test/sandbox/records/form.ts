/** The form behind an entity, as far as addresses and folders of files show it. */
export interface Form {
	readonly title: string;
	readonly graph: string;
	/** View of the record itself. */
	readonly view: string;
	/** Detail -> view of its rows. */
	readonly rows: Readonly<Record<string, string>>;
}

const lines = { Details: 'Transactions' };

/** Entity of Default -> its form; the others have invented names. */
const forms: Readonly<Record<string, Form>> = {
	Bill: form('Bills and Adjustments', 'PX.Objects.AP.APInvoiceEntry', 'Document', lines),
	Check: form('Checks and Payments', 'PX.Objects.AP.APPaymentEntry', 'Document'),
	Customer: form('Customers', 'PX.Objects.AR.CustomerMaint', 'BAccount'),
	Invoice: form('Invoices and Memos', 'PX.Objects.AR.ARInvoiceEntry', 'Document', lines),
	Payment: form('Payments and Applications', 'PX.Objects.AR.ARPaymentEntry', 'Document'),
	SalesInvoice: form('Invoices', 'PX.Objects.SO.SOInvoiceEntry', 'Document', lines),
	SalesOrder: form('Sales Orders', 'PX.Objects.SO.SOOrderEntry', 'Document', lines),
	Shipment: form('Shipments', 'PX.Objects.SO.SOShipmentEntry', 'Document', lines),
	StockItem: form('Stock Items', 'PX.Objects.IN.InventoryItemMaint', 'Item'),
	Vendor: form('Vendors', 'PX.Objects.AP.VendorMaint', 'BAccount'),
};

const invented = /^PX\.Objects\.(\w+)Maint$/;

/** The form of an entity of Default. */
export function formOf(entity: string): Form {
	return forms[entity] ?? form(entity, `PX.Objects.${entity}Maint`, 'Document');
}

/** The entity of Default whose form has this graph; of an invented one its name. */
export function entityOfGraph(graph: string): string | undefined {
	const known = Object.entries(forms).find(([, one]) => one.graph === graph);
	return known?.[0] ?? invented.exec(graph)?.[1];
}

/** The view of a form's detail rows. */
export function rowView({ rows }: Form, detail: string): string {
	return rows[detail] ?? detail;
}

function form(title: string, graph: string, view: string, rows: Form['rows'] = {}): Form {
	return { title, graph, view, rows };
}
