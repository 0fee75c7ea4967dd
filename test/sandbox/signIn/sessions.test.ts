import { Refusal } from '../reply.ts';
import { Sessions, type Session } from './sessions.ts';

const who = { tenant: 'Company', username: 'admin' };
const minutes = 60_000;
const none = {
	opened: 0,
	closed: 0,
	expired: 0,
	killed: 0,
	open: 0,
	undelivered: 0,
	leaked: 0,
	offlineGrants: 0,
};

describe('sessions', () => {
	let now = 0;
	let sessions: Sessions;
	const jar = ({ cookies }: Session) =>
		new Map([
			['.ASPXAUTH', cookies.authentication],
			['ASP.NET_SessionId', cookies.sessionId],
		]);
	beforeEach(() => {
		now = 0;
		sessions = new Sessions({ now: () => now, allowsSession: (open) => open < 2 });
	});

	it('are known by both cookies, untouched', () => {
		const session = sessions.open({ hold: 'cookies', ...who });
		expect(sessions.ofCookies(jar(session))).toBe(session);
		expect(
			sessions.ofCookies(new Map([['ASP.NET_SessionId', session.cookies.sessionId]])),
		).toBeUndefined();
		expect(sessions.ofCookies(new Map([...jar(session), ['.ASPXAUTH', 'other']]))).toBeUndefined();
	});

	it('end after ten minutes without a request', () => {
		const session = sessions.open({ hold: 'cookies', ...who });
		now = 9 * minutes;
		sessions.use(session);
		now = 19 * minutes - 1;
		expect(sessions.isOpen(session)).toBe(true);
		now = 19 * minutes;
		expect(sessions.isOpen(session)).toBe(false);
		expect(sessions.counts()).toEqual({ ...none, opened: 1, expired: 1 });
	});

	it('of a token end with it, used or not', () => {
		const session = sessions.open({ hold: 'token', closesAt: 60 * minutes, ...who });
		now = 59 * minutes;
		sessions.use(session);
		expect(sessions.isOpen(session)).toBe(true);
		now = 60 * minutes;
		expect(sessions.isOpen(session)).toBe(false);
	});

	it('of an offline grant do not idle and are counted apart', () => {
		const session = sessions.open({ hold: 'offlineGrant', ...who });
		now = 600 * minutes;
		expect(sessions.isOpen(session)).toBe(true);
		expect(sessions.counts()).toEqual({ ...none, offlineGrants: 1 });
		sessions.close(session);
		expect(sessions.counts()).toEqual(none);
	});

	it('are limited by the license, whatever holds them', () => {
		const first = sessions.open({ hold: 'offlineGrant', ...who });
		sessions.open({ hold: 'cookies', ...who });
		expect(() => sessions.open({ hold: 'cookies', ...who })).toThrow(Refusal);
		sessions.close(first);
		expect(sessions.open({ hold: 'cookies', ...who }).number).toBe(3);
	});

	it('are closed once', () => {
		const session = sessions.open({ hold: 'cookies', ...who });
		sessions.close(session);
		sessions.close(session);
		expect(sessions.counts()).toMatchObject({ opened: 1, closed: 1, open: 0 });
	});

	it('can be killed, which is neither closing nor expiring', () => {
		const session = sessions.open({ hold: 'cookies', ...who });
		sessions.kill(session);
		sessions.kill(session);
		sessions.close(session);
		expect(sessions.ofCookies(jar(session))).toBeUndefined();
		expect(sessions.counts()).toEqual({ ...none, opened: 1, killed: 1 });
	});

	it('that are open are leaked, unless the client never got to know them', () => {
		sessions.open({ hold: 'cookies', ...who });
		sessions.open({ hold: 'token', ...who }).isDelivered = false;
		expect(sessions.counts()).toEqual({ ...none, opened: 2, open: 2, undelivered: 1, leaked: 1 });
	});

	it('know the number of the latest', () => {
		expect(sessions.lastNumber).toBe(0);
		sessions.open({ hold: 'offlineGrant', ...who });
		expect(sessions.open({ hold: 'cookies', ...who }).number).toBe(sessions.lastNumber);
	});

	it('are forgotten with their counts', () => {
		sessions.open({ hold: 'cookies', ...who });
		sessions.clear();
		expect(sessions.counts()).toMatchObject({ opened: 0, open: 0 });
		expect(sessions.all()).toEqual([]);
	});
});
