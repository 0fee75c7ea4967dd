import { tenantOf } from '../../nodes/Acumatica/transport/tenant';

test.each([
	[{ tenant: ' U100 ', clientId: '' }, 'U100'],
	[{ tenant: '', clientId: '88358B02-0000@MyTenant' }, 'MyTenant'],
	[{ tenant: 'Entered', clientId: 'x@Other' }, 'Entered'],
	[{ tenant: '', clientId: '' }, ''],
])('%j is of the tenant "%s"', (account, tenant) => expect(tenantOf(account)).toBe(tenant));
