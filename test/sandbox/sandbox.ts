import type { Server } from 'node:http';
import type { SandboxClock } from './clock.ts';
import { loadContract } from './contract/load.ts';
import { FaultScript, type Fault } from './faults.ts';
import type { Instance } from './instance.ts';
import { Ledger } from './ledger.ts';
import { DocumentedLicense } from './documentedLicense.ts';
import { plainLicense, type License } from './license.ts';
import { settingsFrom, type SandboxOptions, type Settings } from './options.ts';
import { RecordStore } from './records/store.ts';
import { seed } from './seed.ts';
import { createInstanceServer } from './server.ts';
import { Grants } from './signIn/grants.ts';
import { accounts, defaultTenant, type Account } from './signIn/organization.ts';
import { Sessions } from './signIn/sessions.ts';

export type { Fault, FaultAnswer, FaultMatch } from './faults.ts';
export type { Ledger } from './ledger.ts';
export type { LedgerRequest, LedgerWrite, SessionCounts } from './ledgerEntry.ts';
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
		reset: () => instance.reset(),
		close() {
			instance.interrupt();
			return close(server);
		},
	};
}

function createInstance(settings: Settings, origin: () => string): Instance {
	const { clock } = settings;
	const now = () => clock.now();
	const license = createLicense(settings);
	let interruption = new AbortController();
	const sessions = new Sessions({ now, allowsSession: (open) => license.allowsSession(open) });
	const grants = new Grants(now, sessions);
	const faults = new FaultScript();
	const stores = new Map<string, RecordStore>();
	const records = (tenant: string): RecordStore => {
		const known = stores.get(tenant);
		if (known !== undefined) return known;
		const store = createStore(settings, tenant);
		stores.set(tenant, store);
		return store;
	};
	const ledger = new Ledger(
		() => sessions.counts(),
		(tenant, entity, field) => records(tenant).duplicates(entity, field),
	);
	return {
		settings,
		clock,
		license,
		sessions,
		grants,
		faults,
		ledger,
		get interrupted() {
			return interruption.signal;
		},
		origin,
		sitePath: settings.site === '' ? '' : `/${settings.site}`,
		records,
		interrupt() {
			const reason = new Error('The sandbox was reset or closed.');
			interruption.abort(reason);
			interruption = new AbortController();
			license.forget(reason);
		},
		reset() {
			this.interrupt();
			stores.clear();
			for (const part of [sessions, grants, faults, ledger]) part.clear();
		},
	};
}

function createLicense({ license, clock }: Settings): License {
	const { model, ...limits } = license;
	return model === 'documented'
		? new DocumentedLicense(limits, clock)
		: plainLicense(limits, () => clock.now());
}

/** The second tenant is small: it is there to be told apart. */
function createStore({ salesOrders, clock }: Settings, tenant: string): RecordStore {
	const size = tenant === defaultTenant ? salesOrders : Math.min(salesOrders, 5);
	const newest = loadContract('Default', '25.200.001');
	return new RecordStore(
		seed({ salesOrders: size, now: clock.now() }),
		(entity) => newest?.entities[entity]?.keys ?? [],
	);
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
