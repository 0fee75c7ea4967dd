import type { Server } from 'node:http';
import type { LongActionTable } from './actions/longActions.ts';
import type { SandboxClock } from './clock.ts';
import { placeOf } from './control.ts';
import { addFile, type FileRequest } from './files/addFile.ts';
import type { Fault } from './faults.ts';
import type { KeptFile } from './files/fileStore.ts';
import type { Ledger } from './ledger.ts';
import { createInstance } from './createInstance.ts';
import { settingsFrom, type SandboxOptions, type Settings } from './options.ts';
import type { RecordStore } from './records/store.ts';
import { createInstanceServer } from './server.ts';
import { accounts, defaultTenant, type Account } from './signIn/organization.ts';

export type { LongAction, LongActionTable, StatusLocation } from './actions/longActions.ts';
export type { Fault, FaultAnswer, FaultMatch } from './faults.ts';
export type { FileRequest } from './files/addFile.ts';
export type { KeptFile } from './files/fileStore.ts';
export type { Ledger } from './ledger.ts';
export type {
	LedgerAction,
	LedgerFile,
	LedgerRequest,
	LedgerWrite,
	SessionCounts,
} from './ledgerEntry.ts';
export type { SandboxOptions } from './options.ts';
export type { SandboxClock } from './clock.ts';
export type { RecordStore } from './records/store.ts';

/** An emulated Acumatica that answers over HTTP, with what tests want to know and to change. */
export interface Sandbox {
	/** Instance URL with the site, without a slash at the end. */
	readonly url: string;
	/** Without the site: where the page and `/_sandbox/...` are. */
	readonly origin: string;
	readonly account: Account;
	readonly ledger: Ledger;
	readonly clock: SandboxClock;
	/** The data of the default tenant. */
	readonly records: RecordStore;
	/** Faults for the next requests that they match. */
	script(...faults: Fault[]): void;
	/** Takes back the faults that have not shown yet. */
	calm(): void;
	/** Every file that is kept, with its versions. */
	readonly files: readonly KeptFile[];
	/** Hangs a file of any size on a record of the default tenant. */
	addFile(request: FileRequest): KeptFile;
	/** Which actions take long from now on, and how; `reset` brings back what the option says. */
	setLongActions(table: LongActionTable): void;
	/** The server's time zone from now on: daylight saving begins or ends. */
	setServerOffset(minutes: number): void;
	/** A fresh seed, an empty ledger, no sessions, no faults; requests that still wait are cut off. */
	reset(): void;
	/** Cuts off whatever still waits, and resolves when the port is free. */
	close(): Promise<void>;
}

/** Starts a sandbox and waits until it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const settings = settingsFrom(options);
	let origin = '';
	const instance = createInstance(settings, () => origin);
	// Seeded before anybody asks, so that no request pays for it.
	instance.records(defaultTenant);
	const server = createInstanceServer(instance);
	origin = await listen(server, settings);
	const [account] = accounts;
	if (account === undefined) throw new Error('The sandbox has no account.');
	return {
		url: `${origin}${instance.sitePath}`,
		origin,
		account,
		ledger: instance.ledger,
		clock: instance.clock,
		get records() {
			return instance.records(defaultTenant);
		},
		script: (...faults) => instance.faults.add(...faults),
		calm: () => instance.faults.clear(),
		get files() {
			return instance.files.all();
		},
		addFile: (request) => addFile(placeOf(instance), request),
		setLongActions: (table) => instance.longActions.set(table),
		setServerOffset(minutes) {
			Object.assign(settings, { serverOffsetMinutes: minutes });
		},
		reset: () => instance.reset(),
		close() {
			instance.interrupt();
			return close(server).finally(() => instance.files.clear());
		},
	};
}

async function listen(server: Server, { port, host }: Settings): Promise<string> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server has no port.');
	return `http://${host}:${address.port}`;
}

/** Cuts all connections: those in progress, and idle ones that clients keep. */
async function close(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve, reject) => {
		server.close((error) => (error === undefined ? resolve() : reject(error)));
	});
	server.closeAllConnections();
	await closed;
}
