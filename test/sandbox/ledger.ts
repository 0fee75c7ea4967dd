import { ActionCounts } from './actionCounts.ts';
import { duplicatesAmong } from './duplicates.ts';
import type { RequestKind } from './exchange.ts';
import type { FileVersion, KeptFile } from './files/fileStore.ts';
import type {
	LedgerAction,
	LedgerFile,
	LedgerRequest,
	LedgerWrite,
	SessionCounts,
} from './ledgerEntry.ts';
import { exempt } from './license.ts';
import { Load } from './load.ts';

const keptRequests = 2_000;
/** Actions and files that `toJSON` gives at most. */
const keptEntries = 2_000;

/** IDs of a tenant's records that share a value, by entity and field. */
type FindDuplicates = (
	tenant: string,
	entity: string,
	field: string,
) => readonly (readonly string[])[];

/** What really happened. Counts and writes are complete, the list of requests keeps the latest 2,000. */
export class Ledger {
	requests: LedgerRequest[] = [];
	writes: LedgerWrite[] = [];
	/** Every version that was put, in the order of time. */
	files: LedgerFile[] = [];
	/** Uploads whose connection ended before they did; they left nothing. */
	brokenUploads = 0;
	readonly #actions = new ActionCounts();
	countByKind: Partial<Record<RequestKind, number>> = {};
	countByStatus: Record<string, number> = {};
	total = 0;
	answers429 = 0;
	/** Requests that came when all cores were busy or the minute was full. */
	arrivedWhenUsedUp = 0;
	/** Milliseconds that all requests together waited for the license. */
	licenseDelay = 0;
	readonly #load = new Load();
	readonly #countSessions: () => SessionCounts;
	readonly #findDuplicates: FindDuplicates;

	/**
	 * @param countSessions the sessions' own count
	 * @param findDuplicates looks into the records
	 */
	constructor(countSessions: () => SessionCounts, findDuplicates: FindDuplicates) {
		this.#countSessions = countSessions;
		this.#findDuplicates = findDuplicates;
	}

	get sessions(): SessionCounts {
		return this.#countSessions();
	}

	/** One entry for each action of each record, in the order of the first time. */
	get actions(): readonly LedgerAction[] {
		return this.#actions.all();
	}

	/** Requests started in any 60 seconds, declined ones included, sign-outs not. */
	get mostRequestsInAMinute(): number {
		return this.#load.mostInAMinute;
	}

	/** Requests under way at once, those that wait for the license included, sign-outs not. */
	get highestConcurrency(): number {
		return this.#load.highestConcurrency;
	}

	/**
	 * Notes the start of a request. Those that the license does not count are not counted here either.
	 *
	 * @param licenseIsUsedUp what it found
	 * @returns the function to call when the request is over; more calls do no harm
	 */
	started(kind: RequestKind, at: number, licenseIsUsedUp = false): () => void {
		if (exempt.has(kind)) return () => undefined;
		if (licenseIsUsedUp) this.arrivedWhenUsedUp += 1;
		return this.#load.start(at);
	}

	answered(request: LedgerRequest): void {
		this.total += 1;
		this.countByKind[request.kind] = (this.countByKind[request.kind] ?? 0) + 1;
		this.countByStatus[request.status] = (this.countByStatus[request.status] ?? 0) + 1;
		if (request.status === 429) this.answers429 += 1;
		this.licenseDelay += request.licenseDelay ?? 0;
		this.requests.push(request);
		if (this.requests.length > keptRequests) this.requests.shift();
	}

	wrote(write: LedgerWrite): void {
		this.writes.push(write);
	}

	/** Notes a version of a file that was put. */
	filed(file: KeptFile, { number, at, size, sha256, comment, contentType }: FileVersion): void {
		const { tenant, entity, recordId, detailId, id, name } = file;
		const owner = { tenant, entity, recordId, detailId };
		this.files.push({
			at,
			...owner,
			id,
			name,
			version: number,
			size,
			sha256,
			comment,
			contentType,
		});
	}

	/**
	 * Notes that an action was started.
	 *
	 * @returns what to call when it fails later
	 */
	acted(action: Omit<LedgerAction, 'times' | 'failed'>): { readonly fail: () => void } {
		return this.#actions.count(action);
	}

	/**
	 * Groups of records that share the same value of a field, as far as at least one of them was created
	 * or changed here, in any tenant; empty when nothing was created twice.
	 *
	 * @param field a custom field as `View.Field`
	 */
	duplicatesByReference(entity: string, field: string): readonly (readonly string[])[] {
		const writes = this.writes.filter((write) => write.entity === entity);
		const tenants = new Set(writes.map(({ tenant }) => tenant));
		return [...tenants].flatMap((tenant) => {
			const own = writes.filter((write) => write.tenant === tenant);
			const written = new Set(own.map(({ id }) => id));
			const groups = this.#findDuplicates(tenant, entity, field);
			return groups.filter((ids) => ids.some((id) => written.has(id)));
		});
	}

	clear(): void {
		this.requests = [];
		this.writes = [];
		this.files = [];
		this.brokenUploads = 0;
		this.#actions.clear();
		this.countByKind = {};
		this.countByStatus = {};
		this.total = 0;
		this.answers429 = 0;
		this.arrivedWhenUsedUp = 0;
		this.licenseDelay = 0;
		this.#load.clear();
	}

	/** Everything but the lists. */
	statistics() {
		const { total, countByKind, countByStatus, sessions, answers429 } = this;
		const { mostRequestsInAMinute, highestConcurrency, arrivedWhenUsedUp, licenseDelay } = this;
		const { brokenUploads } = this;
		return {
			total,
			countByKind,
			countByStatus,
			sessions,
			answers429,
			mostRequestsInAMinute,
			highestConcurrency,
			arrivedWhenUsedUp,
			licenseDelay,
			brokenUploads,
			duplicates: duplicatesAmong(this.writes),
		};
	}

	/** Plain data for `GET /_sandbox/ledger`. */
	toJSON(): object {
		const { requests, writes } = this;
		const [actions, files] = [this.actions, this.files].map((list) => list.slice(-keptEntries));
		return { ...this.statistics(), requests, writes, actions, files };
	}
}
