import {
	accounts,
	findApplication,
	findBranch,
	findTenant,
	findUser,
	homeBranch,
} from './organization.ts';

describe('the organization', () => {
	it('has two tenants, and their names are in the client IDs', () => {
		expect(accounts.map(({ tenant }) => tenant)).toEqual(['Company', 'Company2']);
		for (const { clientId, tenant } of accounts) {
			expect(clientId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}@/);
			expect(clientId.endsWith(`@${tenant}`)).toBe(true);
		}
	});

	it('knows an application by its whole client ID only', () => {
		const clientId = accounts[0]?.clientId ?? '';
		expect(findApplication(clientId)).toBe(accounts[0]);
		expect(findApplication(clientId.split('@')[0] ?? '')).toBeUndefined();
	});

	it('knows a branch by ID and by name', () => {
		expect(findBranch('prodwhole')).toBe(homeBranch());
		expect(findBranch('Products Wholesale')).toBe(homeBranch());
		expect(findBranch('NOWHERE')).toBeUndefined();
	});

	it('knows users by tenant, name and exact password', () => {
		expect(findUser('Company', 'ADMIN', 'sandbox-password')).toBe(accounts[0]);
		expect(findUser('Company', 'admin', 'Sandbox-Password')).toBeUndefined();
		expect(findUser('Elsewhere', 'admin', 'sandbox-password')).toBeUndefined();
		expect(findTenant('company2')).toBe('Company2');
	});
});
