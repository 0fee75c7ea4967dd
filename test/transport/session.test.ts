import { isSignedOut, platformSession } from '../../nodes/Acumatica/transport/session';
import { signInDesk } from '../../nodes/Acumatica/transport/signInDesk';
import { account, answer, lane, put, server } from '../support/sessionServer.ts';

const one = 'ASP.NET_SessionId=session-number-1';
const two = 'ASP.NET_SessionId=session-number-2';

describe('a leased session', () => {
	test('signs in before the first request, once for all of them, and out at the end', async () => {
		const { session, call, asked, desk } = lane();
		await Promise.all([call(put), call(put)]);
		await session.close();
		expect(asked).toEqual([
			'POST entity/auth/login -',
			`PUT SalesOrder ${one}`,
			`PUT SalesOrder ${one}`,
			`POST entity/auth/logout ${one}`,
		]);
		expect(desk.opened()).toBe(1);
	});

	test('sends nothing at all where nothing was asked', async () => {
		const { session, asked } = lane();
		await session.close();
		expect(asked).toEqual([]);
	});

	test('is replaced once when the ERP has ended it, and the request sent again', async () => {
		const { session, call, asked } = lane((request) =>
			request.headers?.cookie === one && request.method === 'PUT' ? answer(401) : undefined,
		);
		expect(await call(put)).toMatchObject({ status: 200 });
		await session.close();
		expect(asked).toEqual([
			'POST entity/auth/login -',
			`PUT SalesOrder ${one}`,
			`POST entity/auth/logout ${one}`,
			'POST entity/auth/login -',
			`PUT SalesOrder ${two}`,
			`POST entity/auth/logout ${two}`,
		]);
	});

	test('a second 401 in a row is the answer', async () => {
		const { call, asked } = lane((request) => (request.method === 'PUT' ? answer(401) : undefined));
		expect(await call(put)).toMatchObject({ status: 401 });
		expect(asked.filter((line) => line.startsWith('PUT'))).toHaveLength(2);
	});

	test('is replaced once also when several requests find it dead at once', async () => {
		const { call, desk } = lane((request) =>
			request.headers?.cookie === one && request.method === 'PUT' ? answer(401) : undefined,
		);
		await call({ ...put, method: 'GET' });
		await Promise.all([call(put), call(put), call(put)]);
		expect(desk.opened()).toBe(2);
	});

	test('follows the cookies of later answers', async () => {
		const { call, asked } = lane((request) =>
			request.path === 'first'
				? answer(200, { headers: { 'set-cookie': ['requestid=7'] } })
				: undefined,
		);
		await call({ ...put, path: 'first' });
		await call({ ...put, path: 'second' });
		expect(asked[2]).toBe(`PUT second ${one}; requestid=7`);
	});

	test('a sign-out that fails is a warning, never an error', async () => {
		const { session, call, warnings } = lane((request) =>
			request.path === 'entity/auth/logout' ? answer(500) : undefined,
		);
		await call(put);
		await expect(session.close()).resolves.toBeUndefined();
		expect(warnings).toEqual(['status 500']);
	});

	test('tells in advance whether there is a session for it', async () => {
		const free = lane();
		expect(await free.session.open(free.send)).toBeUndefined();
		const full = lane(() => answer(500, { text: '{"exceptionMessage":"API Login Limit"}' }));
		expect(await full.session.open(full.send)).toMatchObject({ status: 500, phase: 'signIn' });
	});
});

describe('the session of a credential that n8n authenticates', () => {
	test('needs no sign-in and no sign-out', async () => {
		const { send, asked } = server();
		const session = platformSession(
			signInDesk(account, send, () => undefined),
			'api offline_access',
		);
		await session.layer(send)(put);
		await session.close();
		expect(asked).toEqual(['PUT SalesOrder -']);
	});

	test('with api:concurrent_access keeps its cookies and signs out', async () => {
		const { send, asked } = server((request) =>
			request.method === 'PUT' ? answer(200, { headers: { 'set-cookie': [one] } }) : undefined,
		);
		const session = platformSession(
			signInDesk(account, send, () => undefined),
			'api api:concurrent_access',
		);
		const call = session.layer(send);
		await call(put);
		await call(put);
		await session.close();
		expect(asked).toEqual([
			'PUT SalesOrder -',
			`PUT SalesOrder ${one}`,
			`POST entity/auth/logout ${one}`,
		]);
	});
});

test('a session of api:concurrent_access that died is replaced, and the request sent again', async () => {
	const { send, asked } = server((request) => {
		if (request.headers?.cookie === one) return answer(401);
		const isFirst = asked.length === 1;
		return answer(200, { headers: { 'set-cookie': [isFirst ? one : 'ASP.NET_SessionId=two'] } });
	});
	const session = platformSession(
		signInDesk(account, send, () => undefined),
		'api api:concurrent_access',
	);
	const call = session.layer(send);
	await call(put);
	expect(await call(put)).toMatchObject({ status: 200 });
	await session.close();
	expect(asked).toEqual([
		'PUT SalesOrder -',
		`PUT SalesOrder ${one}`,
		`POST entity/auth/logout ${one}`,
		'PUT SalesOrder -',
		'POST entity/auth/logout ASP.NET_SessionId=two',
	]);
});

describe('isSignedOut', () => {
	test.each([
		[answer(401), true],
		[answer(302, { headers: { location: '/Site/Frames/Login.aspx?ReturnUrl=x' } }), true],
		[answer(302, { headers: { location: '/ui/error' } }), false],
		[answer(200), false],
		[answer(403), false],
	])('%j: %s', (exchange, signedOut) => expect(isSignedOut(exchange)).toBe(signedOut));
});
