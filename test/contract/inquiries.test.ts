import { inquiryOf } from '../../nodes/Acumatica/contract/inquiries';
import { loadContract } from '../sandbox/contract/load.ts';

describe('an inquiry', () => {
	test.each([
		['InventorySummaryInquiry', 'Results'],
		['CompaniesStructure', 'Results'],
		['SalesPricesInquiry', 'SalesPriceDetails'],
	])('%s of Default is certain, with its results in %s', (entity, results) =>
		expect(inquiryOf(entity, 'Default')).toEqual({ certainty: 'certain', results }),
	);

	test.each([
		['StockByShelfInquiry', 'Default'],
		['StockByShelfInquiry', 'Shop.Sync'],
		['CompaniesStructure', 'Shop.Sync'],
		['InventorySummaryInquiry', ''],
	])('%s of "%s" is a guess', (entity, endpointName) =>
		expect(inquiryOf(entity, endpointName)).toEqual({ certainty: 'guessed', results: undefined }),
	);

	test.each(['SalesOrder', 'Inquiry', 'InquiryRow', 'inventorysummaryinquiry', 'toString', ''])(
		'"%s" is none',
		(entity) => expect(inquiryOf(entity, 'Default')).toBeUndefined(),
	);
});

describe.each(['23.200.001', '24.200.001', '25.200.001'])('in Default/%s', (version) => {
	const contract = loadContract('Default', version);
	const entities = Object.entries(contract?.entities ?? {});

	test('they are those that the sandbox has listed for itself, all of them certain', () => {
		const ours = entities.filter(([name]) => inquiryOf(name, 'Default')?.certainty === 'certain');
		const theirs = entities.filter(([, { isInquiry }]) => isInquiry);
		expect(ours).toEqual(theirs);
		expect(ours).toHaveLength(10);
		expect(
			entities.filter(([name]) => inquiryOf(name, 'Default')?.certainty === 'guessed'),
		).toEqual([]);
	});

	test('each has the detail that its results are said to be in, and no other', () => {
		for (const [name, { schema, isInquiry }] of entities) {
			if (!isInquiry) continue;
			const { details } = contract?.schemas[schema] ?? {};
			expect(Object.keys(details ?? {})).toEqual([inquiryOf(name, 'Default')?.results]);
		}
	});
});
