import { readCookies, refreshedCookies, signInCookies, signOutCookies } from './cookies.ts';

const cookies = {
	authentication: 'AUTH',
	sessionId: 'SESSION',
	tenant: 'Company',
	locale: 'en-US',
	branchNumber: 1,
};
const now = Date.parse('2026-11-22T10:00:00Z');

describe('cookies', () => {
	it('are split at the first equals sign only', () => {
		expect([...readCookies('Locale=Culture=en-US&TimeZone=X; a=1; broken')]).toEqual([
			['Locale', 'Culture=en-US&TimeZone=X'],
			['a', '1'],
		]);
	});

	it('of a sign-in come twice, and the last one counts', () => {
		const lines = signInCookies(cookies, now);
		const sessions = lines.filter((line) => line.startsWith('ASP.NET_SessionId='));
		expect(sessions).toHaveLength(2);
		expect(sessions[0]).not.toContain('SESSION');
		expect(sessions[1]).toBe('ASP.NET_SessionId=SESSION; path=/; HttpOnly; SameSite=Lax');
		expect(lines).toContain('.ASPXAUTH=AUTH; path=/; HttpOnly; SameSite=None');
		expect(lines).toContain('CompanyID=Company; expires=Wed, 25-Nov-2026 10:00:00 GMT; path=/');
		expect(lines).toContain(
			'Locale=Culture=en-US&TimeZone=GMTM0800A; expires=Wed, 25-Nov-2026 10:00:00 GMT; path=/',
		);
		expect(lines.filter((line) => line.startsWith('requestid='))).toHaveLength(1);
		expect(lines.at(-1)).toMatch(
			/^requeststat=\+st:116\+sc:~\/entity\/auth\/login\+start:6\d{17}\+tg:; path=\/$/,
		);
	});

	it('of later answers renew the context, not the session', () => {
		const names = refreshedCookies(cookies, '~/entity/X', now).map((line) => line.split('=')[0]);
		expect(names).toEqual(['Locale', 'UserBranch', 'requestid', 'requeststat']);
	});

	it('of later answers hold nothing that a header cannot, whatever the path is', () => {
		const [, , , marks] = refreshedCookies(cookies, '~/entity/Customer/渋谷', now);
		expect(marks).toContain('sc:~/entity/Customer/%E6%B8%8B%E8%B0%B7+start');
	});

	it('of a sign-out have expired', () => {
		const [authentication, session] = signOutCookies(cookies, now);
		expect(authentication).toContain('.ASPXAUTH=; expires=Tue, 12-Oct-1999');
		expect(session).toContain('ASP.NET_SessionId=; expires=Sat, 22-Nov-2025 10:00:00 GMT');
	});
});
