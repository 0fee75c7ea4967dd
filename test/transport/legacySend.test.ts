import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { installed } from '../support/acumaticaPackage.ts';
import { testCredential } from '../support/engine.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const testing = async (instanceUrl: string) =>
	await testCredential({
		installed,
		type: 'acumaticaApi',
		credentials: {
			acumaticaApi: {
				instanceUrl,
				username: 'admin',
				password: 'sandbox-password',
				tenant: 'Company',
			},
		},
	});

describe("sending with the platform's older function, which credential tests are offered", () => {
	test('carries cookies by hand and gets the whole answer', async () => {
		expect(await testing(sandbox.url)).toMatchObject({ status: 'OK' });
		expect(sandbox.ledger.sessions).toMatchObject({ opened: 1, closed: 1 });
	});

	test('takes no redirect for an answer', async () => {
		sandbox.script({ answer: { redirect: '/Frames/Login.aspx' } });
		expect(await testing(sandbox.url)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('redirected'),
		});
	});

	test('a server that is not there is a message, not a crash', async () => {
		expect(await testing('http://127.0.0.1:9')).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('127.0.0.1:9 refused the connection'),
		});
	});
});
