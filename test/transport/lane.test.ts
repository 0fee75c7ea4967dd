import { opensSession } from '../../nodes/Acumatica/transport/lane';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from '../support/acumaticaRun.ts';
import { answer, lane } from '../support/sessionServer.ts';

describe('opensSession', () => {
	test.each([
		['a session is free', undefined, true],
		[
			'the license has none left',
			answer(500, { text: '{"exceptionMessage":"API Login Limit"}' }),
			false,
		],
		['something else is wrong, which the first item will tell', answer(500, { text: '{}' }), true],
	])('%s', async (_case, reply, expected) => {
		const { session, send } = lane((request) =>
			request.path === 'entity/auth/login' ? reply : undefined,
		);
		expect(await opensSession(session, send)).toBe(expected);
	});
});

describe('lanes in an execution', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox({ license: { users: 2 }, latency: 20 });
	});
	afterAll(async () => await sandbox.close());

	test('go on with fewer when the license has fewer sessions', async () => {
		const run = await runAcumatica({
			sandbox,
			operation: 'get',
			parameters: {
				entity: 'Customer',
				recordKey: '={{ $json.key }}',
				options: { parallelRequests: 3, select: 'CustomerID' },
			},
			items: Array.from({ length: 9 }, (_, index) => ({ key: `C00000${index + 1}` })),
		});
		expect(run.error).toBeUndefined();
		expect(run.json.map(({ CustomerID }) => CustomerID)).toEqual(
			Array.from({ length: 9 }, (_, index) => `C00000${index + 1}`),
		);
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 2, open: 0 });
	});
});
