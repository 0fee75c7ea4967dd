import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Common from '@n8n/backend-common';
import type * as Network from '@n8n/backend-network';
import type * as DependencyInjection from '@n8n/di';
import type * as Core from 'n8n-core';
import type * as Workflow from 'n8n-workflow';

/**
 * n8n's engine, loaded once per process. It is loaded by `require`, also under plain Node: the
 * engine itself requires `n8n-workflow` in its CommonJS build, and an `import` would bring the other
 * build beside it, whose error classes are not the ones that the engine knows.
 */
const load = createRequire(import.meta.url);

// The engine reads these while it loads. Its folder is needed while it starts, see below.
const folder = mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'a key for credentials that live in memory only';
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
load('reflect-metadata');

export const { Container } = load('@n8n/di') as typeof DependencyInjection;
export const core = load('n8n-core') as typeof Core;
export const n8n = load('n8n-workflow') as typeof Workflow;
const common = load('@n8n/backend-common') as typeof Common;
const network = load('@n8n/backend-network') as typeof Network;

/** One line that a node or the engine logged. */
export interface LogLine {
	readonly level: 'debug' | 'info' | 'warn' | 'error';
	readonly message: string;
	readonly meta?: Readonly<Record<string, unknown>>;
}

const currentLog = new AsyncLocalStorage<LogLine[]>();

function captureLog(): void {
	const logger = Container.get(common.Logger);
	const record =
		(level: LogLine['level']) => (message: string, meta?: Readonly<Record<string, unknown>>) => {
			currentLog
				.getStore()
				?.push(meta === undefined ? { level, message } : { level, message, meta });
		};
	logger.scoped = () => logger;
	for (const level of ['debug', 'info', 'warn', 'error'] as const) logger[level] = record(level);
	n8n.LoggerProxy.init(logger);
}

let started: Promise<void> | undefined;

/**
 * Brings the engine to the state in which the server has it when the first execution starts:
 * defaults of its HTTP client, binary data (kept in memory), the logger. Repeated calls share one
 * start.
 */
export async function startEngine(): Promise<void> {
	started ??= start();
	await started;
}

async function start(): Promise<void> {
	// The server sets these at its start: a time-out of 300 s, no default content types.
	network.configureGlobalAxiosDefaults();
	captureLog();
	await keepBinaryData('default');
	// Whatever the engine has read or written there by now stays in memory.
	rmSync(folder, { recursive: true, force: true });
}

/**
 * Has n8n keep binary data in memory (`default`, as after the start of these tests) or in files below a
 * folder (`filesystem`, as the server does unless told otherwise), from now on.
 */
export async function keepBinaryData(mode: 'default' | 'filesystem', into = ''): Promise<void> {
	const config = Container.get(core.BinaryDataConfig);
	config.mode = mode;
	if (into !== '') config.localStoragePath = into;
	const binaryData = new core.BinaryDataService(
		config,
		Container.get(core.ErrorReporter),
		Container.get(common.Logger),
	);
	await binaryData.init();
	Container.set(core.BinaryDataService, binaryData);
}

/**
 * Runs `work` and collects what is logged by it, and by it alone: executions that run at the same
 * time have a log each, although n8n has one logger per process.
 */
export async function withLog<Result>(
	work: () => Promise<Result>,
): Promise<{ readonly result: Result; readonly log: readonly LogLine[] }> {
	const log: LogLine[] = [];
	const result = await currentLog.run(log, work);
	return { result, log };
}
