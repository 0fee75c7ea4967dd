import { SandboxClient, valueAt } from './client.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

/**
 * A sandbox for the tests of one file, with a client that is signed in: fresh for every test.
 *
 * @param endpoint where the client's paths go
 */
export function signedInClient(options: SandboxOptions = {}, endpoint?: string) {
	let sandbox: Sandbox | undefined;
	let client: SandboxClient | undefined;
	beforeAll(async () => {
		sandbox = await startSandbox({ salesOrders: 20, ...options });
	});
	beforeEach(async () => {
		sandbox?.reset();
		if (sandbox !== undefined) client = new SandboxClient(sandbox, endpoint);
		await client?.signIn();
	});
	afterAll(() => sandbox?.close());
	return {
		get sandbox(): Sandbox {
			if (sandbox === undefined) throw new Error('The sandbox is not running.');
			return sandbox;
		},
		get client(): SandboxClient {
			if (client === undefined) throw new Error('Nobody is signed in.');
			return client;
		},
	};
}

/** Waits until the sandbox has got the requests that its scripted faults are for. */
export async function faultsTaken({ client }: { readonly client: SandboxClient }): Promise<void> {
	while (valueAt((await client.get('_sandbox/state')).json, 'faultsLeft') !== 0);
}
