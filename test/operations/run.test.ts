import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { authentications, runAcumatica, type AcumaticaRun } from '../support/acumaticaRun.ts';
import { sleeps } from '../support/virtualTime.ts';

jest.mock('../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../support/virtualTime.ts'),
);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ license: { users: 3 } });
});
beforeEach(() => {
	sandbox.reset();
	sleeps.length = 0;
});
afterEach(() => {
	jest.restoreAllMocks();
	expect(sandbox.ledger.sessions.open).toBe(0);
});
afterAll(async () => await sandbox.close());

const read = async (numbers: readonly string[], more: Partial<AcumaticaRun> = {}) =>
	await runAcumatica({
		sandbox,
		operation: 'get',
		items: numbers.map((number) => ({ number })),
		...more,
		parameters: { entity: 'SalesOrder', recordKey: byItem, ...more.parameters },
	});

const byItem = { __rl: true, mode: 'keys', value: '=SO/{{ $json.number }}' };
const numbers = (run: Awaited<ReturnType<typeof read>>) => run.json.map(({ OrderNbr }) => OrderNbr);
const three = ['000003', '000001', '000002'];
const parallel = (parallelRequests: number) => ({ parameters: { options: { parallelRequests } } });
const sessions = () => sandbox.ledger.sessions;

/** The kinds of requests as they arrive, and a promise of the first of a kind. */
function arrivals(kind: string) {
	const { ledger } = sandbox;
	const started = ledger.started.bind(ledger);
	const kinds: string[] = [];
	const first = new Promise<void>((resolve) => {
		jest.spyOn(ledger, 'started').mockImplementation((arrived, at) => {
			kinds.push(arrived);
			if (arrived === kind) resolve();
			return started(arrived, at);
		});
	});
	return { kinds, first };
}

describe('items', () => {
	test('are worked on with their own parameters, in one session', async () => {
		const run = await read(three);
		expect(numbers(run)).toEqual(three);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(sessions()).toMatchObject({ opened: 1, closed: 1 });
	});

	test('come out in their order, also when a later one is answered first', async () => {
		sandbox.script({ match: { path: 'SO/000003' }, answer: { delay: 500 } });
		const run = await read(three, parallel(3));
		expect(numbers(run)).toEqual(three);
		const answered = sandbox.ledger.requests.filter(({ kind }) => kind === 'get');
		expect(answered.at(-1)?.path).toMatch(/000003$/);
	});

	test('share no more lanes than the credential allows requests at once', async () => {
		sandbox.script({ match: { kind: 'get' }, times: 12, answer: { delay: 20 } });
		await read(
			Array.from({ length: 12 }, () => '000001'),
			{
				...parallel(8),
				credential: { concurrentRequests: 2 },
			},
		);
		expect(sandbox.ledger.highestConcurrency).toBe(2);
		expect(sessions()).toMatchObject({ opened: 2, closed: 2 });
	});

	test('share fewer lanes where the license has fewer sessions left', async () => {
		const account = { ...sandbox.account, branch: '' };
		const blocking = await fetch(`${sandbox.url}/entity/auth/login`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ name: account.username, password: account.password }),
		});
		const cookie = blocking.headers.getSetCookie().map((line) => line.split(';')[0]);
		const run = await read(
			Array.from({ length: 9 }, () => '000001'),
			parallel(3),
		);
		expect(run.json).toHaveLength(9);
		expect(sessions()).toMatchObject({ opened: 3, closed: 2 });
		await fetch(`${sandbox.url}/entity/auth/logout`, {
			method: 'POST',
			headers: { cookie: cookie.join('; '), 'content-length': '0' },
		});
	});
});

describe('an item that fails', () => {
	const withMissing = ['000001', 'NOPE', '000002'];
	const failed = {
		error: 'Could not read SalesOrder "SO/NOPE": no such record exists, or the user may not see it',
		message: expect.stringMatching(/^Check the key/),
		details: { httpCode: '500', kind: 'recordNotFound' },
	};

	test('ends the execution, and the error names it', async () => {
		const run = await read(withMissing);
		expect(run.status).toBe('error');
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: failed.error,
			httpCode: '500',
			itemIndex: 1,
		});
		expect(sandbox.ledger.countByKind.get).toBe(2);
	});

	test('is the first of those that failed in parallel', async () => {
		sandbox.script({ match: { path: 'NOPE1' }, answer: { delay: 40 } });
		const run = await read(['NOPE1', 'NOPE2', '000001'], parallel(2));
		expect(run.error?.itemIndex).toBe(0);
	});

	test('comes out among the others with "continue"', async () => {
		const run = await read(withMissing, { onError: 'continueRegularOutput' });
		expect(run.error).toBeUndefined();
		expect(run.outputs[0]).toMatchObject([
			{ json: { OrderNbr: '000001' }, pairedItem: { item: 0 } },
			{ json: failed, pairedItem: { item: 1 } },
			{ json: { OrderNbr: '000002' }, pairedItem: { item: 2 } },
		]);
	});

	test('comes out at the error output with "continue (using error output)"', async () => {
		const run = await read(withMissing, { onError: 'continueErrorOutput' });
		expect(numbers(run)).toEqual(['000001', '000002']);
		expect(run.outputs[1]).toMatchObject([{ json: failed, pairedItem: { item: 1 } }]);
	});

	test('tells the field at fault, on both ways', async () => {
		for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
			const run = await runAcumatica({
				sandbox,
				operation: 'create',
				parameters: { entity: 'SalesOrder' },
				items: [{ CustomerID: 'NOPE' }],
				onError,
			});
			expect(run.outputs[onError === 'continueRegularOutput' ? 0 : 1]).toMatchObject([
				{
					json: {
						details: {
							httpCode: '422',
							kind: 'validation',
							fields: [
								{ path: 'CustomerID', message: "Customer 'NOPE' cannot be found in the system." },
							],
						},
					},
				},
			]);
		}
	});

	test('because of its own parameter is named just so', async () => {
		const run = await read(['000001', '../../auth'], { onError: 'continueRegularOutput' });
		expect(run.json).toMatchObject([{ OrderNbr: '000001' }, { details: {} }]);
		expect(sandbox.ledger.requests.map(({ kind }) => kind)).not.toContain('other');
	});
});

describe('sessions are signed out', () => {
	test.each(authentications.filter((name) => name !== 'oAuth2'))(
		'after success and after an error, with %s',
		async (authentication) => {
			await read(['000001'], { authentication });
			await read(['NOPE'], { authentication });
			expect(sessions()).toMatchObject({ opened: 2, closed: 2 });
		},
	);

	test('after a failed sign-out nothing but the log knows', async () => {
		sandbox.script({ match: { kind: 'signOut' }, answer: { status: 500, when: 'afterExecution' } });
		const run = await read(['000001']);
		expect(run.error).toBeUndefined();
		expect(run.log).toContainEqual({
			level: 'warn',
			message: 'Acumatica: signing out failed: status 500. The session ends by itself when idle',
		});
	});

	test('when the execution is cancelled in the middle of a request', async () => {
		sandbox.script({ match: { kind: 'get' }, answer: { delay: 200 } });
		const { kinds, first } = arrivals('get');
		const run = await read(three, { cancelAfter: first });
		expect(run.status).toBe('canceled');
		await allSignedOut();
		expect(sessions()).toMatchObject({ opened: 1, closed: 1 });
		expect(kinds.filter((kind) => kind === 'get')).toHaveLength(1);
	});

	test('when the execution is cancelled with several lanes and "continue"', async () => {
		sandbox.script({ match: { kind: 'get' }, times: 9, answer: { delay: 200 } });
		const { kinds, first } = arrivals('get');
		const run = await read(
			Array.from({ length: 9 }, () => '000001'),
			{ ...parallel(3), cancelAfter: first, onError: 'continueRegularOutput' },
		);
		expect(run.status).toBe('canceled');
		await allSignedOut();
		const { opened, closed } = sessions();
		expect(closed).toBe(opened);
		expect(kinds.filter((kind) => kind === 'get').length).toBeLessThanOrEqual(3);
	});
});

/** The engine does not wait for a node that it has cancelled. */
async function allSignedOut(): Promise<void> {
	while (sessions().open > 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('a wrong password', () => {
	const wrong = { password: 'wrong-password' };

	test.each([
		['session', 'signIn'],
		['passwordOAuth2', 'token'],
	] as const)('is sent once for all items and lanes with %s', async (authentication, kind) => {
		const run = await read(three, {
			authentication,
			...parallel(3),
			credential: wrong,
			onError: 'continueRegularOutput',
		});
		expect(run.json.map(({ details }) => details)).toEqual([
			expect.objectContaining({ kind: 'badCredentials' }),
			expect.objectContaining({ kind: 'badCredentials' }),
			expect.objectContaining({ kind: 'badCredentials' }),
		]);
		expect(sandbox.ledger.countByKind[kind]).toBe(1);
	});

	test('does not show up in the message', async () => {
		sandbox.script({
			match: { kind: 'signIn' },
			answer: { status: 500, body: { exceptionMessage: 'Bad password wrong-password!' } },
		});
		const { error } = await read(['000001'], { credential: wrong });
		expect(error?.message).toMatch(/^Could not sign in: Bad password /);
		expect(JSON.stringify(error)).not.toContain('wrong-password');
	});
});

describe('waiting for the license', () => {
	test('ends when the time for it is used up, and says what for', async () => {
		sandbox.script({
			match: { kind: 'get' },
			times: 99,
			answer: { status: 429, retryAfter: '10' },
		});
		const run = await read(['000001'], { parameters: { options: { maxTotalWaitSeconds: 25 } } });
		expect(run.error?.message).toContain(
			'Could not read SalesOrder "SO/000001": waited 20 s in this execution, last for the license limit of the ERP (429); the next wait of 10 s would exceed the maximum',
		);
		expect(sandbox.ledger.answers429).toBe(3);
	});

	test('leaves a hint at the node and a line in the log', async () => {
		sandbox.script({ match: { kind: 'get' }, answer: { status: 429, retryAfter: '10' } });
		const run = await read(['000001']);
		expect(run.error).toBeUndefined();
		expect(run.hints).toEqual([
			expect.objectContaining({
				type: 'info',
				message: expect.stringMatching(/; waited \d+ s for the license/),
			}),
		]);
		expect(run.log.map(({ message }) => message)).toContain(`Acumatica: ${run.hints[0]?.message}`);
	});

	test('there is no hint where nothing was waited for', async () => {
		expect((await read(['000001'])).hints).toEqual([]);
	});
});

test('an operation that there is not is refused', async () => {
	const run = await runAcumatica({
		sandbox,
		operation: 'constructor',
		parameters: { entity: 'SalesOrder' },
	});
	expect(run.error).toMatchObject({
		message: 'There is no operation "constructor" on "record"',
		description: 'Choose resource and operation from the lists.',
		itemIndex: 0,
	});
});
