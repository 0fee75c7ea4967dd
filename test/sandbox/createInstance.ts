import { LongActions } from './actions/longActions.ts';
import { LongOperations } from './actions/longOperations.ts';
import { storedContract } from './contract/load.ts';
import { DocumentedLicense } from './documentedLicense.ts';
import { FaultScript } from './faults.ts';
import { FileStore } from './files/fileStore.ts';
import type { Instance } from './instance.ts';
import { Ledger } from './ledger.ts';
import { plainLicense, type License } from './license.ts';
import type { Settings } from './options.ts';
import { RecordStore } from './records/store.ts';
import { seed } from './seed.ts';
import { Grants } from './signIn/grants.ts';
import { defaultTenant } from './signIn/organization.ts';
import { Sessions } from './signIn/sessions.ts';

/**
 * An instance with nobody signed in; tenants are seeded when they are first asked for.
 *
 * @param origin known once the server listens
 */
export function createInstance(settings: Settings, origin: () => string): Instance {
	const { clock } = settings;
	const now = () => clock.now();
	const license = createLicense(settings);
	let interruption = new AbortController();
	const sessions = new Sessions({ now, allowsSession: (open) => license.allowsSession(open) });
	const grants = new Grants(now, sessions);
	const faults = new FaultScript();
	const longActions = new LongActions(settings.longActions);
	const operations = new LongOperations(clock);
	const files = new FileStore(settings.keptFileBytes);
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
		longActions,
		operations,
		files,
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
			const parts = [sessions, grants, faults, ledger, longActions, operations, files];
			for (const part of parts) part.clear();
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
	const { entities } = storedContract();
	return new RecordStore(
		seed({ salesOrders: size, now: clock.now() }),
		(entity) => entities[entity]?.keys ?? [],
	);
}
