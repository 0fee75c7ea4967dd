import { inquiryOf } from '../../nodes/Acumatica/contract/inquiries';
import { loadContract } from '../sandbox/contract/load.ts';

describe('an inquiry', () => {
	test.each([
		['InventorySummaryInquiry', 'Results', true],
		['CompaniesStructure', 'Results', false],
		['SalesPricesInquiry', 'SalesPriceDetails', true],
	])('%s of Default is certain, with its results in %s', (entity, results, hasParameters) =>
		expect(inquiryOf(entity, 'Default')).toEqual({ certainty: 'certain', results, hasParameters }),
	);

	test.each([
		['StockByShelfInquiry', 'Default'],
		['StockByShelfInquiry', 'Shop.Sync'],
		['CompaniesStructure', 'Shop.Sync'],
		['InventorySummaryInquiry', ''],
	])('%s of "%s" is a guess', (entity, endpointName) =>
		expect(inquiryOf(entity, endpointName)).toEqual({ certainty: 'guessed', hasParameters: true }),
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

	test('each has the detail that its results are said to be in and no other, and parameters or none', () => {
		for (const [name, { schema, isInquiry }] of entities) {
			if (!isInquiry) continue;
			const { fields = {}, details = {} } = contract?.schemas[schema] ?? {};
			const inquiry = inquiryOf(name, 'Default');
			expect(Object.keys(details)).toEqual([inquiry?.results]);
			expect(inquiry?.hasParameters).toBe(Object.keys(fields).length > 0);
		}
	});
});
