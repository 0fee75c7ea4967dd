import { parseNames, queryParameters } from '../../nodes/Acumatica/contract/query';

describe('query parameters', () => {
	it('are none where nothing is asked', () => {
		expect(queryParameters({})).toEqual({});
		expect(queryParameters({ filter: '  ', select: [], expand: [], custom: [] })).toEqual({});
	});

	it('name what is asked as the API does', () => {
		expect(
			queryParameters({
				filter: " Status eq 'Open' ",
				select: ['OrderNbr', 'Status'],
				expand: ['Details'],
				custom: ['Document.UsrX', 'Document.UsrY'],
			}),
		).toEqual({
			$filter: "Status eq 'Open'",
			$select: 'OrderNbr,Status',
			$expand: 'Details',
			$custom: 'Document.UsrX,Document.UsrY',
		});
	});

	it.each([
		['a nested path', { expand: ['MainContact/Address'] }, 'MainContact,MainContact/Address'],
		[
			'a selected nested field',
			{ select: ['MainContact/Address/City'] },
			'MainContact,MainContact/Address',
		],
		['a custom field of a detail', { custom: ['Details/Transactions.UsrX'] }, 'Details'],
		[
			'what is named more than once',
			{ expand: ['Details', 'Details'], select: ['Details/Qty', 'OrderNbr'] },
			'Details',
		],
		['files of rows', { expand: ['Details/files', 'files'] }, 'Details,Details/files,files'],
		['a slash too many', { expand: ['/Details/'] }, 'Details'],
	])('expand every level of %s, once', (_what, query, expanded) => {
		expect(queryParameters(query).$expand).toBe(expanded);
	});

	it('expand nothing for plain fields', () => {
		expect(queryParameters({ select: ['OrderNbr', 'files'], custom: ['Document.UsrX'] })).toEqual({
			$select: 'OrderNbr,files',
			$custom: 'Document.UsrX',
		});
	});
});

describe('a list of names as a person types it', () => {
	it.each([
		['', []],
		[' , \n', []],
		['OrderNbr', ['OrderNbr']],
		['OrderNbr, Status', ['OrderNbr', 'Status']],
		['OrderNbr\nDetails/Qty\r\n', ['OrderNbr', 'Details/Qty']],
	])('%p', (text, names) => {
		expect(parseNames(text)).toEqual(names);
	});
});

test('files that are expanded are selected, if anything is', () => {
	expect(queryParameters({ select: ['OrderNbr'], expand: ['files'] })).toEqual({
		$select: 'OrderNbr,files',
		$expand: 'files',
	});
	expect(queryParameters({ select: ['files'], expand: ['files'] }).$select).toBe('files');
	expect(queryParameters({ expand: ['files'] })).toEqual({ $expand: 'files' });
});
