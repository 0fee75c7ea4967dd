import type { Account } from './account';

/** The tenant of the sign-in: as entered, or the one that the client ID is bound to (`…@Tenant`). */
export function tenantOf({ tenant, clientId }: Pick<Account, 'tenant' | 'clientId'>): string {
	return tenant.trim() || clientId.replace(/^.*@/, '').trim();
}
