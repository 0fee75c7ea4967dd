import { Grants } from './grants.ts';
import { accounts, type Account } from './organization.ts';
import { Sessions } from './sessions.ts';

const hour = 3_600_000;
const day = 24 * hour;

function accountAt(index: number): Account {
	const account = accounts[index];
	if (account === undefined) throw new Error(`There is no account ${index}.`);
	return account;
}
const account = accountAt(0);

describe('grants', () => {
	let now = 0;
	let sessions: Sessions;
	let grants: Grants;
	beforeEach(() => {
		now = 0;
		sessions = new Sessions({ now: () => now, allowsSession: (open) => open < 3 });
		grants = new Grants(() => now, sessions);
	});

	it('have one session, which refreshing uses again', () => {
		const first = grants.start(account, ['api', 'offline_access']);
		const second = grants.refresh(first.refresh_token ?? '', account.clientId);
		expect(sessions.counts().offlineGrants).toBe(1);
		const session = grants.ofAccessToken(second?.access_token ?? '')?.session;
		expect(session).toBeDefined();
		expect(grants.ofAccessToken(first.access_token)?.session).toBe(session);
	});

	it('rotate their refresh token: the old one is worthless', () => {
		const first = grants.start(account, ['api', 'offline_access']);
		const second = grants.refresh(first.refresh_token ?? '', account.clientId);
		expect(second?.refresh_token).not.toBe(first.refresh_token);
		expect(grants.refresh(first.refresh_token ?? '', account.clientId)).toBeUndefined();
		expect(grants.refresh(second?.refresh_token ?? '', account.clientId)).toBeDefined();
	});

	it('belong to one application', () => {
		const { refresh_token = '' } = grants.start(account, ['api', 'offline_access']);
		expect(grants.refresh(refresh_token, accountAt(1).clientId)).toBeUndefined();
		expect(grants.refresh(refresh_token, account.clientId)).toBeDefined();
	});

	it('end 30 days after the consent', () => {
		const first = grants.start(account, ['api', 'offline_access']);
		now = 29 * day;
		const second = grants.refresh(first.refresh_token ?? '', account.clientId);
		expect(second).toBeDefined();
		now = 30 * day;
		expect(grants.refresh(second?.refresh_token ?? '', account.clientId)).toBeUndefined();
		expect(sessions.counts().offlineGrants).toBe(0);
	});

	it('without offline access have no refresh token and a session of one hour', () => {
		const issued = grants.start(account, ['api']);
		expect(issued).toEqual({
			access_token: expect.any(String),
			expires_in: 3600,
			token_type: 'Bearer',
			scope: 'api',
		});
		now = hour - 1;
		expect(grants.ofAccessToken(issued.access_token)).toBeDefined();
		expect(sessions.counts().open).toBe(1);
		now = hour;
		expect(grants.ofAccessToken(issued.access_token)).toBeUndefined();
		expect(sessions.counts()).toMatchObject({ open: 0, expired: 1 });
	});

	it('open another session at a refresh when theirs was signed out', () => {
		const first = grants.start(account, ['api', 'offline_access']);
		const session = grants.ofAccessToken(first.access_token)?.session;
		if (session !== undefined) sessions.close(session);
		grants.refresh(first.refresh_token ?? '', account.clientId);
		expect(sessions.counts().offlineGrants).toBe(1);
	});

	it('with concurrent access open no session themselves', () => {
		grants.start(account, ['api', 'api:concurrent_access']);
		expect(sessions.counts().open).toBe(0);
	});

	it('keep the refresh token when the license refuses the session', () => {
		const first = grants.start(account, ['api', 'offline_access']);
		const session = grants.ofAccessToken(first.access_token)?.session;
		if (session !== undefined) sessions.close(session);
		const others = [1, 2, 3].map(() =>
			sessions.open({ hold: 'cookies', tenant: 'Company', username: 'admin' }),
		);
		expect(() => grants.refresh(first.refresh_token ?? '', account.clientId)).toThrow();
		for (const other of others) sessions.close(other);
		expect(grants.refresh(first.refresh_token ?? '', account.clientId)).toBeDefined();
	});

	it('hand out codes that work once, for five minutes', () => {
		const code = { account, scopes: ['api'], redirectUri: 'http://localhost/back' };
		const first = grants.issueCode(code);
		expect(grants.redeemCode(first)).toMatchObject(code);
		expect(grants.redeemCode(first)).toBeUndefined();
		const late = grants.issueCode(code);
		now = 5 * 60_000;
		expect(grants.redeemCode(late)).toBeUndefined();
	});
});
