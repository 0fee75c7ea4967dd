/**
 * Inquiries: entities that answer a PUT of their parameters with rows of a detail, and that no list or key
 * reads (Acumatica's guide, "Retrieve Data from an Inquiry Form"). Documents declare them like any other
 * entity, so that only the name tells.
 */
export interface Inquiry {
	/** In an endpoint other than Default, or by the ending of its name alone, it is a guess. */
	readonly certainty: 'certain' | 'guessed';
	/** The detail with the rows, where it is known. */
	readonly results?: string;
	/** False where it is known to have none. */
	readonly hasParameters: boolean;
}

/** Inquiries of Default/23.200.001 to 25.200.001, by their forms; each with the detail that has the rows. */
const known: Readonly<Record<string, string>> = {
	AccountDetailsForPeriodInquiry: 'Results',
	AccountSummaryInquiry: 'Results',
	CompaniesStructure: 'Results',
	InventoryAllocationInquiry: 'Results',
	InventoryQuantityAvailable: 'Results',
	InventorySummaryInquiry: 'Results',
	SalesPricesInquiry: 'SalesPriceDetails',
	StorageDetailsByLocationInquiry: 'StorageDetailsByLocation',
	StorageDetailsInquiry: 'StorageDetails',
	VendorPricesInquiry: 'VendorPriceDetails',
};

/**
 * What can be told of an entity by its name; undefined where nothing says that it is an inquiry.
 *
 * @param endpointName without the version; others than Default may use the same names for something else
 */
export function inquiryOf(entity: string, endpointName: string): Inquiry | undefined {
	const results = Object.hasOwn(known, entity) ? known[entity] : undefined;
	if (results !== undefined && endpointName === 'Default') {
		return { certainty: 'certain', results, hasParameters: entity !== 'CompaniesStructure' };
	}
	return results !== undefined || /.Inquiry$/.test(entity)
		? { certainty: 'guessed', hasParameters: true }
		: undefined;
}
