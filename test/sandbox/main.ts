import { parseArgs } from 'node:util';
import type { LicenseModel, SandboxOptions } from './options.ts';
import { startSandbox, type Sandbox } from './sandbox.ts';

const usage = `npm run sandbox -- [options]

  --port N                 default 8090
  --sales-orders N         size of the data, default 200
  --license-model M        plain (default) or documented: queues and delays before it declines
  --requests-per-minute N  license: requests started in any 60 seconds
  --concurrent N           license: requests at the same time
  --users N                license: sessions at the same time, default 3
`;

/** Reads the command line; undefined when it asks for help. */
export function readOptions(args: readonly string[]): SandboxOptions | undefined {
	const { values } = parseArgs({
		args: [...args],
		options: {
			port: { type: 'string', default: '8090' },
			'sales-orders': { type: 'string' },
			'license-model': { type: 'string' },
			'requests-per-minute': { type: 'string' },
			concurrent: { type: 'string' },
			users: { type: 'string' },
			help: { type: 'boolean', short: 'h' },
		},
	});
	if (values.help === true) return undefined;
	return {
		port: whole('port', values.port),
		salesOrders: whole('sales-orders', values['sales-orders']),
		license: {
			model: licenseModel(values['license-model']),
			requestsPerMinute: whole('requests-per-minute', values['requests-per-minute']),
			concurrentRequests: whole('concurrent', values.concurrent),
			users: whole('users', values.users),
		},
	};
}

/** What a person needs to know to connect. */
export function greeting({ url, origin, account }: Sandbox): string {
	return [
		'',
		'  An Acumatica sandbox is running.',
		'',
		`  Page           ${origin}/`,
		`  Instance URL   ${url}`,
		`  Username       ${account.username}`,
		`  Password       ${account.password}`,
		`  Tenant         ${account.tenant}`,
		`  Client ID      ${account.clientId}`,
		`  Client secret  ${account.clientSecret}`,
		'',
		'  Stop it with Ctrl+C.',
		'',
	].join('\n');
}

function whole(option: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d+$/.test(text)) return Number(text);
	throw new Error(`--${option} needs a whole number, not '${text}'.`);
}

function licenseModel(text: string | undefined): LicenseModel | undefined {
	if (text === undefined || text === 'plain' || text === 'documented') return text;
	throw new Error(`--license-model is plain or documented, not '${text}'.`);
}

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options === undefined) return void process.stdout.write(usage);
	const sandbox = await startSandbox(options);
	process.stdout.write(`${greeting(sandbox)}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
	}
}

if (/sandbox[\\/]main\.ts$/.test(process.argv[1] ?? '')) {
	main().catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
		process.exit(1);
	});
}
