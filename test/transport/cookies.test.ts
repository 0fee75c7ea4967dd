import { cookieJar } from '../../nodes/Acumatica/transport/cookies';
import type { Answer } from '../../nodes/Acumatica/transport/request';

const setting = (...cookies: string[]): Answer => ({
	kind: 'answer',
	status: 204,
	headers: { 'set-cookie': cookies },
	text: '',
	phase: 'request',
});

describe('cookieJar', () => {
	test('has no header while nobody set a cookie', () => {
		const jar = cookieJar();
		jar.absorb({ ...setting(), headers: {} });
		expect(jar.header()).toBeUndefined();
	});

	test('sends values back untouched, whatever they contain', () => {
		const jar = cookieJar();
		jar.absorb(
			setting(
				'Locale=Culture=en-US&TimeZone=GMTM0800A; expires=Tue, 01-Jan-2999 00:00:00 GMT; path=/',
				'requeststat=+st:116+sc:~/entity/auth/login+start:638+tg:; path=/',
			),
		);
		expect(jar.header()).toBe(
			'Locale=Culture=en-US&TimeZone=GMTM0800A; requeststat=+st:116+sc:~/entity/auth/login+start:638+tg:',
		);
	});

	test('takes the last of cookies that are set twice, and follows later answers', () => {
		const jar = cookieJar();
		jar.absorb(setting('A=1; path=/', 'B=1', 'A=2; path=/'));
		jar.absorb(setting('B=3'));
		expect(jar.header()).toBe('A=2; B=3');
	});

	test('forgets cookies that the server lets expire', () => {
		const jar = cookieJar();
		jar.absorb(setting('A=1', 'B=2', 'C=3'));
		jar.absorb(setting('A=; expires=Tue, 12-Oct-1999 04:00:00 GMT', 'B=; Max-Age=0'));
		expect(jar.header()).toBe('C=3');
	});

	test('takes a single header that came as text', () => {
		const jar = cookieJar();
		jar.absorb({ ...setting(), headers: { 'set-cookie': 'A=1; path=/' } });
		expect(jar.header()).toBe('A=1');
	});

	test('passes over lines that are no cookies', () => {
		const jar = cookieJar();
		jar.absorb(setting('', '=x', 'A=1'));
		expect(jar.header()).toBe('A=1');
	});

	test('names long values as secrets, but not short everyday ones', () => {
		const jar = cookieJar();
		jar.absorb(setting('.ASPXAUTH=0123456789ABCDEF0123', 'UserBranch=1'));
		expect(jar.secrets()).toEqual(['0123456789ABCDEF0123']);
	});
});
