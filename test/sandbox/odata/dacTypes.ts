/** A field of a DAC, as OData describes it. */
export interface DacField {
	readonly type: string;
	/** Of a text. */
	readonly length?: number;
	/** What forms call it; not every field has one. */
	readonly label?: string;
}

/** A data access class (DAC), the table behind forms. */
export interface DacType {
	readonly namespace: string;
	/** The class whose fields it has as well, with the namespace. */
	readonly base?: string;
	/** None where the base has them. */
	readonly keys: readonly string[];
	readonly fields: Readonly<Record<string, DacField>>;
	/** Name -> target. */
	readonly navigation?: Readonly<Record<string, string>>;
}

const text = (length: number, label?: string): DacField => ({ type: 'Edm.String', length, label });
const of = (type: string, label?: string): DacField => ({ type: `Edm.${type}`, label });

const record = {
	NoteID: of('Guid'),
	CreatedDateTime: of('DateTimeOffset'),
	LastModifiedDateTime: of('DateTimeOffset'),
};

/**
 * The DACs behind the main entities of Default, with their main fields; `Usr...` are those of the tenant's
 * customization (seed/customFields.ts). Classes, namespaces and bases are real, most lengths are assumed.
 */
export const dacTypes: Readonly<Record<string, DacType>> = {
	Vendor: {
		namespace: 'PX.Objects.AP',
		base: 'PX.Objects.CR.BAccount',
		keys: [],
		fields: { VendorClassID: text(10, 'Vendor Class'), TermsID: text(10, 'Terms') },
	},
	ARInvoice: {
		namespace: 'PX.Objects.AR',
		keys: ['DocType', 'RefNbr'],
		fields: {
			DocType: text(3, 'Type'),
			RefNbr: text(15, 'Reference Nbr.'),
			InvoiceNbr: text(40, 'Customer Order Nbr.'),
			DocDesc: text(256, 'Description'),
			DocDate: of('DateTimeOffset', 'Date'),
			CustomerID: of('Int32', 'Customer'),
			...record,
		},
	},
	Customer: {
		namespace: 'PX.Objects.AR',
		base: 'PX.Objects.CR.BAccount',
		keys: [],
		fields: {
			CustomerClassID: text(10, 'Customer Class'),
			TermsID: text(10, 'Terms'),
			UsrSegment: text(20, 'Segment'),
			UsrLoyaltyPoints: of('Int32', 'Loyalty Points'),
		},
	},
	Address: {
		namespace: 'PX.Objects.CR',
		keys: ['AddressID'],
		fields: {
			AddressID: of('Int32'),
			AddressLine1: text(50, 'Address Line 1'),
			City: text(50, 'City'),
			State: text(50, 'State'),
			PostalCode: text(20, 'Postal Code'),
			CountryID: text(2, 'Country'),
			...record,
		},
	},
	BAccount: {
		namespace: 'PX.Objects.CR',
		keys: ['AcctCD'],
		fields: {
			BAccountID: of('Int32'),
			AcctCD: text(30, 'Account ID'),
			AcctName: text(255, 'Account Name'),
			...record,
		},
	},
	Contact: {
		namespace: 'PX.Objects.CR',
		keys: ['ContactID'],
		fields: {
			ContactID: of('Int32', 'Contact ID'),
			DisplayName: text(255, 'Display Name'),
			FirstName: text(50, 'First Name'),
			LastName: text(100, 'Last Name'),
			EMail: text(255, 'Email'),
			Phone1: text(50, 'Phone 1'),
			UsrNewsletter: of('Boolean', 'Newsletter'),
			...record,
		},
		navigation: { AddressByDefAddressID: 'PX.Objects.CR.Address' },
	},
	InventoryItem: {
		namespace: 'PX.Objects.IN',
		keys: ['InventoryCD'],
		fields: {
			InventoryID: of('Int32', 'Inventory ID'),
			InventoryCD: text(30, 'Inventory ID'),
			Descr: text(256, 'Description'),
			UsrRepairItemType: text(30, 'Repair Item Type'),
			UsrDiscontinuedOn: of('DateTimeOffset', 'Discontinued On'),
			...record,
		},
	},
	SOLine: {
		namespace: 'PX.Objects.SO',
		keys: ['OrderType', 'OrderNbr', 'LineNbr'],
		fields: {
			OrderType: text(2),
			OrderNbr: text(15),
			LineNbr: of('Int32', 'Line Nbr.'),
			InventoryID: of('Int32', 'Inventory ID'),
			TranDesc: text(256, 'Line Description'),
			OrderQty: of('Decimal', 'Quantity'),
			UsrEngraving: text(60, 'Engraving'),
			...record,
		},
	},
	SOOrder: {
		namespace: 'PX.Objects.SO',
		keys: ['OrderNbr', 'OrderType'],
		fields: {
			OrderType: text(2, 'Order Type'),
			OrderNbr: text(15, 'Order Nbr.'),
			CustomerID: of('Int32', 'Customer'),
			OrderDate: of('DateTimeOffset', 'Date'),
			CustomerOrderNbr: text(40, 'Customer Order Nbr.'),
			CustomerRefNbr: text(40, 'External Reference'),
			OrderDesc: text(256, 'Description'),
			Hold: of('Boolean', 'Hold'),
			CuryOrderTotal: of('Decimal', 'Order Total'),
			UsrWebOrderNbr: text(30, 'Web Order Nbr.'),
			UsrShippingFee: of('Decimal', 'Shipping Fee'),
			...record,
		},
		navigation: { SOLineCollection: 'Collection(PX.Objects.SO.SOLine)' },
	},
};
