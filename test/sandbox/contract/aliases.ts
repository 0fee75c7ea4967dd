/**
 * How the custom endpoint shows the data of Default: which of its entities and fields stand for which
 * of Default's. A custom endpoint (an extension made on the form SM207060) has no data of its own:
 * both endpoints show the same records under different names. What an extension takes over unchanged
 * (Customer) has Default's names and needs no alias.
 */
export interface EntityAlias {
	/** The entity of Default whose records are shown. */
	readonly entity: string;
	/** field, linked entity or detail of the custom entity -> the same in Default's entity */
	readonly fields: Readonly<Record<string, string>>;
	/** linked entity or detail of the custom entity -> its own field names -> Default's */
	readonly nested: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const aliases: Readonly<Record<string, Readonly<Record<string, EntityAlias>>>> = {
	'Shop.Sync/6': {
		WebOrder: {
			entity: 'SalesOrder',
			fields: {
				OrderType: 'OrderType',
				OrderNbr: 'OrderNbr',
				Customer: 'CustomerID',
				WebReference: 'CustomerOrder',
				OrderDate: 'Date',
				Status: 'Status',
				OnHold: 'Hold',
				Comment: 'Description',
				Total: 'OrderTotal',
				LastModified: 'LastModified',
				ShipTo: 'ShipToAddress',
				Lines: 'Details',
			},
			nested: {
				ShipTo: {
					Street: 'AddressLine1',
					City: 'City',
					State: 'State',
					PostalCode: 'PostalCode',
					Country: 'Country',
				},
				Lines: {
					LineNbr: 'LineNbr',
					Item: 'InventoryID',
					Text: 'LineDescription',
					Quantity: 'OrderQty',
					Unit: 'UOM',
					Price: 'UnitPrice',
					Amount: 'Amount',
				},
			},
		},
		WebCustomer: {
			entity: 'Customer',
			fields: {
				CustomerID: 'CustomerID',
				Name: 'CustomerName',
				Status: 'Status',
				Class: 'CustomerClass',
				LastModifiedDateTime: 'LastModifiedDateTime',
				Contact: 'MainContact',
			},
			nested: {
				Contact: { Email: 'Email', Phone: 'Phone1', FirstName: 'FirstName', LastName: 'LastName' },
			},
		},
	},
};

/**
 * Where the data of a custom endpoint's entity live.
 *
 * @param endpoint name and version of the endpoint that was called
 * @param entity name of the entity in that endpoint
 * @returns the alias, or undefined where the entity has the names under which its records are kept (all
 * of Default, and what the custom endpoint takes over unchanged)
 */
export function aliasOf(
	endpoint: { readonly name: string; readonly version: string },
	entity: string,
): EntityAlias | undefined {
	return aliases[`${endpoint.name}/${endpoint.version}`]?.[entity];
}
