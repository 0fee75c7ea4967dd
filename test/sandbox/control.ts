import type { IncomingMessage } from 'node:http';
import { readAdvance, readFileRequest, readLongActions } from './controlRequest.ts';
import { readBody, type Target } from './exchange.ts';
import { addFile } from './files/addFile.ts';
import { faultsByName } from './faultCatalog.ts';
import { readFaults } from './faultRequest.ts';
import type { Instance } from './instance.ts';
import { statePage } from './page.ts';
import { httpError, json, noContent, type Reply } from './reply.ts';
import { defaultTenant } from './signIn/organization.ts';

/**
 * The sandbox's own addresses, for tests in other processes and for people: no license, no ledger.
 *
 * - `GET /` the page; `GET /_sandbox/state` what it shows
 * - `GET /_sandbox/ledger`, `GET /_sandbox/duplicates/{Entity}/{Field}`
 * - `GET /_sandbox/records/{Entity}` (of the default tenant; `?tenant=` another one, `?last=20`)
 * - `GET /_sandbox/faults` the faults that have names
 * - `GET /_sandbox/files` all files with their versions
 * - `POST /_sandbox/faults` one fault or a list, `/_sandbox/clock` `{advance}`, `/_sandbox/reset`
 * - `POST /_sandbox/longActions` a table of `actions/longActions.ts`, `/_sandbox/files` a `FileRequest`
 */
export async function answerControl(
	instance: Instance,
	message: IncomingMessage,
	{ path, query }: Target,
): Promise<Reply> {
	const [, name = '', ...rest] = path.split('/').filter((segment) => segment !== '');
	const body = await readBody(message);
	if (message.method === 'POST') return change(instance, name, body);
	if (path === '/') return statePage();
	const records = instance.records(query.get('tenant') ?? defaultTenant);
	const [entity = '', field = ''] = rest;
	switch (name) {
		case 'ledger':
			return json(200, instance.ledger);
		case 'duplicates':
			return json(200, instance.ledger.duplicatesByReference(entity, field));
		case 'records':
			return json(200, records.all(entity).slice(-Number(query.get('last') ?? Infinity)));
		case 'faults':
			return json(200, faultsByName);
		case 'files':
			return json(200, instance.files.all());
		case 'state':
			return json(200, stateOf(instance));
		default:
			return httpError(404, `The sandbox has no address ${path}.`);
	}
}

/** What the page shows. */
export function stateOf(instance: Instance): object {
	const { license, ledger, sessions, settings, clock, faults } = instance;
	const records = instance.records(defaultTenant);
	const counts = [...records.counts()];
	const { sessions: sessionCounts, ...statistics } = ledger.statistics();
	return {
		...statistics,
		now: clock.now(),
		license: { model: settings.license.model, limits: license.limits, ...license.use() },
		sessions: sessions.all().map(({ number, hold, tenant, username, openedAt, lastUsedAt }) => ({
			number,
			hold,
			tenant,
			username,
			openedAt,
			lastUsedAt,
		})),
		sessionCounts,
		faultsLeft: faults.left,
		requests: ledger.requests.slice(-25).reverse(),
		operationsRunning: instance.operations.running,
		actions: ledger.actions.toSorted((one, other) => other.at - one.at).slice(0, 10),
		files: ledger.files.slice(-10).reverse(),
		records: Object.fromEntries(counts),
		keys: Object.fromEntries(counts.map(([entity]) => [entity, records.set(entity).keyFields])),
	};
}

function change(instance: Instance, name: string, body: Buffer): Reply {
	try {
		const value: unknown = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
		switch (name) {
			case 'faults':
				instance.faults.add(...readFaults(value));
				break;
			case 'clock':
				instance.clock.advance(readAdvance(value));
				break;
			case 'longActions':
				instance.longActions.set(readLongActions(value));
				break;
			case 'files':
				return json(200, addFile(placeOf(instance), readFileRequest(value)));
			case 'reset':
				instance.reset();
				break;
			default:
				return httpError(404, `The sandbox has no address /_sandbox/${name}.`);
		}
		return noContent();
	} catch (error) {
		return httpError(400, error instanceof Error ? error.message : String(error));
	}
}

/** Where `addFile` adds: the default tenant. */
export function placeOf({ files, clock, records }: Instance) {
	return { files, records: records(defaultTenant), tenant: defaultTenant, now: clock.now() };
}
