import type { CustomFields } from '../contract/adHocSchema.ts';

/**
 * The fields that this tenant's customization adds to forms, by entity of Default. Every custom field in
 * the seed is one of these.
 */
export const customFields: Readonly<Record<string, CustomFields>> = {
	Customer: {
		'': {
			CurrentCustomer: { UsrSegment: 'CustomStringField', UsrLoyaltyPoints: 'CustomIntField' },
		},
		MainContact: { DefContact: { UsrNewsletter: 'CustomBooleanField' } },
	},
	StockItem: {
		'': {
			ItemSettings: {
				UsrRepairItemType: 'CustomStringField',
				UsrDiscontinuedOn: 'CustomDateTimeField',
			},
		},
	},
	SalesOrder: {
		'': {
			Document: { UsrWebOrderNbr: 'CustomStringField', UsrShippingFee: 'CustomDecimalField' },
		},
		Details: { Transactions: { UsrEngraving: 'CustomStringField' } },
	},
};
