import { isStatusHandle, statusHandle } from '../../nodes/Acumatica/contract/statusHandle';

const handle =
	'entity/Default/24.200.001/Shipment/ConfirmShipment/status/0b7c5e3f-8a21-4c1b-9e6a-5d1a3b6c27f4';

describe('statusHandle', () => {
	test.each([
		['relative to the host, with the site', `/Site/${handle}`],
		['relative, without a site', `/${handle}`],
		['without a slash in front', handle],
		['absolute', `http://erp.example.com/Site/${handle}`],
		['absolute, on a host behind a gateway', `http://10.0.0.7:8080/Site/${handle}`],
		['with the segment of a browser window', `/Site/(W(10005))/${handle}`],
		['with that segment elsewhere', `/Site/entity/(W(3))/${handle.slice('entity/'.length)}`],
		['with a query', `/Site/${handle}?x=1`],
	])('takes a location that is %s', (_case, location) => {
		expect(statusHandle(location)).toBe(handle);
	});

	test.each([
		'',
		'/Site/Frames/Login.aspx',
		'https://evil.example.com/take',
		'/Site/entity/Default/24.200.001/Shipment/abc',
		'/entity/Default/../../Shipment/ConfirmShipment/status/1',
	])('leads nowhere: %s', (location) => expect(statusHandle(location)).toBeUndefined());
});

test('only the path of a status is a handle', () => {
	expect(isStatusHandle(handle)).toBe(true);
	expect(isStatusHandle('entity/auth/logout')).toBe(false);
	expect(isStatusHandle(`../${handle}`)).toBe(false);
});
