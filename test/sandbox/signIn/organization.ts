/** The tenants, branches, users and connected applications of the sandbox. */
export interface Branch {
	readonly id: string;
	readonly name: string;
	readonly number: number;
}

export interface Account {
	readonly username: string;
	readonly password: string;
	/** Login name of the tenant, as on the form Tenants (SM203520). */
	readonly tenant: string;
	/** `<GUID>@<tenant>`: the tenant is part of it. */
	readonly clientId: string;
	readonly clientSecret: string;
}

/** Where a sign-in without a tenant lands. */
export const defaultTenant = 'Company';

/** One account per tenant; the same person and password in both. */
export const accounts: readonly Account[] = [
	{
		username: 'admin',
		password: 'sandbox-password',
		tenant: 'Company',
		clientId: '5D1A3B6C-27F4-4C1B-9E6A-0B7C5E3F8A21@Company',
		clientSecret: 'sandbox-client-secret',
	},
	{
		username: 'admin',
		password: 'sandbox-password',
		tenant: 'Company2',
		clientId: '0E94C7D2-6B3A-4F58-8D21-7A5C1F9E3B60@Company2',
		clientSecret: 'sandbox-client-secret-2',
	},
];

export const branches: readonly Branch[] = [
	{ id: 'PRODWHOLE', name: 'Products Wholesale', number: 1 },
	{ id: 'PRODRETAIL', name: 'Products Retail', number: 2 },
	{ id: 'SERVEAST', name: 'Services East', number: 3 },
];

/** Finds a branch by its ID or its name; both occur in requests. */
export function findBranch(text: string): Branch | undefined {
	const wanted = text.trim().toLowerCase();
	return branches.find(
		({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
	);
}

export function homeBranch(): Branch {
	const [first] = branches;
	if (first === undefined) throw new Error('The sandbox has no branch.');
	return first;
}

export function findTenant(name: string): string | undefined {
	return accounts.find(({ tenant }) => tenant.toLowerCase() === name.toLowerCase())?.tenant;
}

export function findUser(tenant: string, username: string, password: string): Account | undefined {
	return accounts.find(
		(account) =>
			account.tenant === tenant &&
			account.username.toLowerCase() === username.toLowerCase() &&
			account.password === password,
	);
}

/** A client ID counts whole: the GUID without its tenant is unknown. */
export function findApplication(clientId: string): Account | undefined {
	return accounts.find((account) => account.clientId.toLowerCase() === clientId.toLowerCase());
}
