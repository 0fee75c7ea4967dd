import { findRoute } from './routes.ts';

const path = (text: string) => text.split('/').filter((segment) => segment !== '');

describe('the routes', () => {
	it.each([
		['POST', '/entity/auth/login', 'signIn', 'anyone'],
		['POST', '/entity/auth/logout', 'signOut', 'anyone'],
		['GET', '/identity/.well-known/openid-configuration', 'discovery', 'anyone'],
		['GET', '/identity/connect/authorize', 'authorize', 'anyone'],
		['POST', '/identity/connect/token', 'token', 'anyone'],
		['GET', '/entity', 'discovery', 'anyone'],
		['GET', '/t/Company/api/odata/dac/$metadata', 'odata', 'session'],
		['GET', '/entity/Default/24.200.001', 'discovery', 'session'],
		['GET', '/entity/Default/24.200.001/swagger.json', 'schema', 'anyone'],
		['GET', '/entity/Default/24.200.001/Customer', 'list', 'session'],
		['GET', '/entity/Default/24.200.001/Customer/$adHocSchema', 'schema', 'session'],
		['GET', '/entity/Default/24.200.001/SalesOrder/SO/000001', 'get', 'session'],
		['PUT', '/entity/Default/24.200.001/Customer', 'put', 'session'],
		['PATCH', '/entity/Default/24.200.001/Customer', 'patch', 'session'],
		['DELETE', '/entity/Default/24.200.001/Customer/C1', 'delete', 'session'],
		['POST', '/entity/Default/24.200.001/SalesOrder/CancelSalesOrder', 'action', 'session'],
		['GET', '/entity/Default/24.200.001/Invoice/ReleaseInvoice/status/1', 'status', 'session'],
		['PUT', '/entity/Default/24.200.001/files/Graph/View/1/a.pdf', 'filePut', 'session'],
		['POST', '/entity/Default/24.200.001/SalesOrder', 'other', 'session'],
		['PUT', '/entity/Default/24.200.001/SalesOrder/SO/1/files/a.pdf', 'filePut', 'session'],
		['GET', '/entity/Default/24.200.001/files/1', 'fileGet', 'session'],
	])('%s %s is %s, for %s', (method, address, kind, access) => {
		expect(findRoute(method, path(address))?.route).toMatchObject({ kind, access });
	});

	it('fill in the placeholders', () => {
		expect(findRoute('GET', path('/entity/Shop.Sync/6/WebOrder/SO/1'))).toMatchObject({
			parameters: { endpoint: 'Shop.Sync', version: '6', entity: 'WebOrder' },
			rest: ['SO', '1'],
		});
	});

	it.each([
		['GET', '/'],
		['GET', '/entity/Default'],
		['DELETE', '/entity/Default/24.200.001/Customer'],
		['POST', '/entity'],
	])('there is none for %s %s', (method, address) => {
		expect(findRoute(method, path(address))).toBeUndefined();
	});
});
