import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from './freePorts.ts';
import { installTarball } from './installedTarball.ts';
import { serverEnvironment } from './serverEnvironment.ts';

const host = import.meta.dirname;
const startMilliseconds = 180_000;

export interface ServerOptions {
	/** Brings the package into the server's folder before it starts; default: the packed tarball. */
	readonly installPackage?: (folder: string) => void;
	/** Further environment variables of n8n. */
	readonly environment?: Readonly<Record<string, string>>;
}

/** A running n8n of our own, in a throw-away folder. */
export interface N8nServer {
	/** Without a trailing slash. */
	readonly url: string;
	/** The only folder whose files its nodes may read and write; workflows name it `.n8n-files`. */
	readonly filesFolder: string;
	/** Whatever the server printed so far. */
	log(): string;
	/** Kills n8n without notice (SIGKILL); its folder stays. */
	kill(): Promise<void>;
	/** Starts n8n again, on what the killed one has left. */
	start(): Promise<void>;
	/** Ends the process and removes its folder. */
	stop(): Promise<void>;
}

/**
 * Starts the real n8n on a free port of the loopback address, in a folder of its own, asking nobody
 * outside of this machine for anything.
 * @throws when n8n ends before it is ready, or is not ready in three minutes; with the end of its log
 */
export async function startServer(options: ServerOptions = {}): Promise<N8nServer> {
	if (!existsSync(join(host, 'node_modules/n8n'))) {
		throw new Error('n8n is not installed: `npm run test:e2e` and `npm run demo` install it.');
	}
	const folder = mkdtempSync(join(tmpdir(), 'n8n-acumatica-'));
	const filesFolder = join(folder, '.n8n-files');
	mkdirSync(filesFolder);
	(options.installPackage ?? installTarball)(folder);
	const [port = 0, brokerPort = 0] = await freePorts(2);
	const logFile = join(folder, 'n8n.log');
	const log = (): string => readFileSync(logFile, 'utf8');
	const environment = {
		...serverEnvironment({ folder, port, brokerPort, host }),
		...options.environment,
	};
	let child = spawnServer(environment, folder, logFile);
	const stop = async (): Promise<void> => {
		await endProcess(child, 'SIGTERM');
		rmSync(folder, { recursive: true, force: true });
	};
	const url = `http://127.0.0.1:${port}`;
	const ready = async (): Promise<void> => {
		try {
			await untilReady(url, child);
		} catch (error) {
			const lines = log().split('\n').slice(-30).join('\n');
			await stop();
			throw new Error(`n8n did not start. The end of its log:\n${lines}`, { cause: error });
		}
	};
	await ready();
	return {
		url,
		filesFolder,
		log,
		kill: async () => await endProcess(child, 'SIGUSR2'),
		async start() {
			child = spawnServer(environment, folder, logFile);
			await ready();
		},
		stop,
	};
}

function spawnServer(env: Record<string, string>, folder: string, logFile: string): ChildProcess {
	const output = openSync(logFile, 'a');
	const node = join(host, 'node_modules/node/bin/node');
	// Relative file names in workflows count from the folder that the server was started in.
	const server = [join(host, 'node_modules/n8n/bin/n8n'), 'start'];
	const child = spawn(node, [join(host, 'guard.ts'), folder, ...server], {
		env,
		cwd: folder,
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	return child;
}

/** Readiness turns good before the REST routes answer: `/rest/settings` has to answer as well. */
async function untilReady(url: string, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + startMilliseconds;
	for (const path of ['/healthz/readiness', '/rest/settings']) {
		while (!(await answersJson(`${url}${path}`))) {
			if (hasEnded(child)) throw new Error(`It ended with exit code ${child.exitCode}.`);
			if (Date.now() > deadline) throw new Error(`${path} gave no good answer in time.`);
			await sleep(200);
		}
	}
}

async function answersJson(url: string): Promise<boolean> {
	try {
		const answer = await fetch(url);
		await answer.arrayBuffer();
		return answer.ok && (answer.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
}

async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (hasEnded(child)) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}
