import { AccountFault } from '../../nodes/Acumatica/transport/accountFault';
import { addressOf, normalizeInstanceUrl } from '../../nodes/Acumatica/transport/address';

describe('normalizeInstanceUrl', () => {
	test.each([
		['https://erp.example.com/Site/', 'https://erp.example.com/Site'],
		['  https://erp.example.com  ', 'https://erp.example.com'],
		['erp.example.com/Site', 'https://erp.example.com/Site'],
		['http://127.0.0.1:8090/AcumaticaERP', 'http://127.0.0.1:8090/AcumaticaERP'],
		[
			'https://erp.example.com/Site/Main?CompanyID=A&ScreenId=SO301000',
			'https://erp.example.com/Site',
		],
		['https://erp.example.com/Site/(W(3))/Main?ScreenId=SO301000', 'https://erp.example.com/Site'],
		['https://erp.example.com/Frames/Login.aspx?ReturnUrl=x', 'https://erp.example.com'],
		['https://erp.example.com/Site/entity/Default/24.200.001/', 'https://erp.example.com/Site'],
		['https://erp.example.com/identity/connect/token', 'https://erp.example.com'],
		['https://erp.example.com/t/Company/api/odata/gi', 'https://erp.example.com'],
		['https://erp.example.com/Main', 'https://erp.example.com/Main'],
	])('makes an instance address of %s', (entered, url) => {
		expect(normalizeInstanceUrl(entered)).toBe(url);
	});

	test.each(['', '   '])('an empty one is named as missing', (entered) => {
		expect(() => normalizeInstanceUrl(entered)).toThrow(/no Instance URL/);
	});

	test.each(['ftp://erp.example.com', 'https://', 'not a web address'])('refuses %s', (entered) => {
		expect(() => normalizeInstanceUrl(entered)).toThrow(AccountFault);
		expect(() => normalizeInstanceUrl(entered)).toThrow(entered);
	});
});

describe('addressOf', () => {
	test('encodes values so that the filter language survives: +, quotes, colons, spaces', () => {
		const query = { $filter: "Date gt datetimeoffset'2026-01-31T10:00:00+03:00' and A eq 'x y'" };
		expect(
			addressOf('https://erp.example.com', 'entity/Default/24.200.001/SalesOrder', query),
		).toBe(
			'https://erp.example.com/entity/Default/24.200.001/SalesOrder?$filter=Date%20gt%20datetimeoffset%272026-01-31T10%3A00%3A00%2B03%3A00%27%20and%20A%20eq%20%27x%20y%27',
		);
	});
});
