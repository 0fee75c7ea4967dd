import { greeting, readOptions } from './main.ts';
import { startSandbox } from './sandbox.ts';

describe('the command line', () => {
	it('starts on port 8090 when nothing is said', () => {
		expect(readOptions([])).toEqual({ port: 8090, license: {} });
	});

	it('sets data and license', () => {
		const args = [
			'--port',
			'1',
			'--sales-orders',
			'5',
			'--users',
			'2',
			'--license-model',
			'documented',
		];
		expect(readOptions([...args, '--requests-per-minute', '50', '--concurrent', '4'])).toEqual({
			port: 1,
			salesOrders: 5,
			license: {
				model: 'documented',
				requestsPerMinute: 50,
				concurrentRequests: 4,
				users: 2,
			},
		});
	});

	it('refuses what it does not understand', () => {
		expect(() => readOptions(['--users', 'many'])).toThrow('--users needs a whole number');
		expect(() => readOptions(['--license-model', 'best'])).toThrow('plain or documented');
		expect(() => readOptions(['--colour'])).toThrow();
	});

	it('explains itself on request', () => {
		expect(readOptions(['--help'])).toBeUndefined();
	});

	it('greets with all that a person needs to connect', async () => {
		const sandbox = await startSandbox({ salesOrders: 1 });
		const { username, password, tenant, clientId, clientSecret } = sandbox.account;
		for (const text of [sandbox.url, username, password, tenant, clientId, clientSecret]) {
			expect(greeting(sandbox)).toContain(text);
		}
		await sandbox.close();
	});
});
