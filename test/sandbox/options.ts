import type { LongActionTable } from './actions/longActions.ts';
import { runningClock, type SandboxClock } from './clock.ts';
import type { RequestKind } from './exchange.ts';
import type { LicenseLimits } from './license.ts';

/** What a 429 of the license looks like; the ERP's own body is not documented. */
export type LicenseAnswer = 'text' | 'json' | 'empty';

/**
 * `plain` declines at once what exceeds a limit, `documented` queues and delays first, as the guide
 * describes it.
 */
export type LicenseModel = 'plain' | 'documented';

export interface LicenseTerms extends LicenseLimits {
	readonly model: LicenseModel;
}

/**
 * Behaviours that nobody could settle from documentation or recordings (facts, section 16), each set to
 * the likely one.
 */
export interface Switches {
	/** Levels of `$expand` that are accepted. Default 2. */
	readonly expandLevels: number;
	/** Field names that the contract does not have, in bodies. Default `refuse` (400). */
	readonly unknownFields: 'refuse' | 'ignore';
	/** Views and fields that no form has, under `custom`. Default `ignore`. */
	readonly unknownCustomFields: 'refuse' | 'ignore';
	/** Default `text`: the line that IIS writes. */
	readonly licenseAnswer: LicenseAnswer;
	/** Seconds in the header Retry-After of the license's 429. Default: no such header. */
	readonly licenseRetryAfter?: number;
	/** The server's time zone, which every date-time on the wire carries. Default 0. */
	readonly serverOffsetMinutes: number;
	/** `GET {base}` of an endpoint: its entities, or 404. Default `entities`. */
	readonly endpointRoot: 'entities' | 'notFound';
	/** Client ID and secret in the header Authorization at the token address. Default `refuse`. */
	readonly basicClientAuthentication: 'refuse' | 'accept';
	/** `$filter` of a PUT that several records match. Default `refuse` (500). */
	readonly severalMatches: 'refuse' | 'first';
	/** What a condition on detail rows finds in a `$filter`. Default `nothing`. */
	readonly detailConditions: 'nothing' | 'everything';
	/** DELETE of a record that does not exist. Default `exception` (the 500 of a GET). */
	readonly missingDelete: 'exception' | 'notFound' | 'noContent';
	/** A request of an ended session. Default `unauthorized` (401). */
	readonly endedSession: 'unauthorized' | 'redirect';
	/** Whether records carry `_links`. Default true. */
	readonly links: boolean;
	/** Whether a new sales order starts on hold. Default false. */
	readonly salesOrdersStartOnHold: boolean;
	/** Entity -> names under `$expand` that make a list fail; `*` is the entity itself. */
	readonly notOptimizable: Readonly<Record<string, readonly string[]>>;
	/** Addresses that a code may be sent to. Default: any. */
	readonly redirectUris: readonly string[];
	/** Actions that answer 202, beyond the usual ones (`actions/longActions.ts`), or instead of them. */
	readonly longActions: LongActionTable;
	/**
	 * Location of the 204 of an action: none, the record, or a status address that nobody knows. Default
	 * `dangling`: such ones were seen.
	 */
	readonly doneLocation: 'none' | 'record' | 'dangling';
	/** The status of an unknown operation, or of one of another session. Default `notFound` (404). */
	readonly unknownStatus: 'notFound' | 'exception';
	/** Most rows of one detail in a body; more time out with a 500. Default: any. */
	readonly maxLinesPerRequest: number;
	/** Bytes of an upload, more are refused with 413. Default: any. */
	readonly maxFileSize: number;
	/** Bytes of files that the sandbox keeps on the disk at most. Default 4 GiB. */
	readonly keptFileBytes: number;
	/** Uploads without Content-Length; `refuse`: 411. Default `accept`. */
	readonly chunkedUploads: 'accept' | 'refuse';
	/** Downloads with Content-Length, or chunked. Default `known`. */
	readonly downloadLength: 'known' | 'chunked';
	/** Whether a download names the file. Default `none`. */
	readonly contentDisposition: 'none' | 'attachment';
	/** `folder`: names of files are shown as `Sales Orders (SO, 000001)\\name`. Default `plain`. */
	readonly fileNames: 'plain' | 'folder';
	/** A download of an unknown file. Default `notFound` (404). */
	readonly missingFile: 'notFound' | 'exception';
	/** Which detail rows carry `_links`. Default `withFiles`: those whose files were asked for. */
	readonly rowLinks: 'withFiles' | 'always' | 'never';
	/**
	 * The metadata of DAC-based OData, with the lengths of texts or without them; `missing`: 404, as before
	 * 2024 R2. Default `available`: with lengths.
	 */
	readonly dacOData: 'available' | 'withoutLengths' | 'missing';
	/** Real milliseconds that every request takes at least. Default 0. */
	readonly latency: number;
	/** Called before each request is answered: what others do in the ERP while a client reads. */
	readonly meanwhile?: (request: { readonly kind: RequestKind; readonly address: string }) => void;
}

export interface SandboxOptions extends Partial<Switches> {
	/** Default 0: any free one. */
	readonly port?: number;
	/** Default 127.0.0.1. */
	readonly host?: string;
	/** Name of the site in all paths, default `AcumaticaERP`; empty: at the root. */
	readonly site?: string;
	/** Size of the seed, default 200; other entities scale along. */
	readonly salesOrders?: number;
	/** Default: plain, generous for tests (100,000 a minute, 100 at once), 3 users. */
	readonly license?: Partial<LicenseTerms>;
	/** Default: real time, which tests can advance. */
	readonly clock?: SandboxClock;
}

/** The options with every default filled in. */
export interface Settings extends Switches {
	readonly port: number;
	readonly host: string;
	readonly site: string;
	readonly salesOrders: number;
	readonly license: LicenseTerms;
	readonly clock: SandboxClock;
}

const defaults: Omit<Settings, 'clock'> = {
	port: 0,
	host: '127.0.0.1',
	site: 'AcumaticaERP',
	salesOrders: 200,
	license: { model: 'plain', requestsPerMinute: 100_000, concurrentRequests: 100, users: 3 },
	expandLevels: 2,
	unknownFields: 'refuse',
	unknownCustomFields: 'ignore',
	licenseAnswer: 'text',
	serverOffsetMinutes: 0,
	endpointRoot: 'entities',
	basicClientAuthentication: 'refuse',
	severalMatches: 'refuse',
	detailConditions: 'nothing',
	missingDelete: 'exception',
	endedSession: 'unauthorized',
	links: true,
	salesOrdersStartOnHold: false,
	// The failing example of the official training course.
	notOptimizable: { Payment: ['ApplicationHistory'] },
	redirectUris: [],
	longActions: {},
	doneLocation: 'dangling',
	unknownStatus: 'notFound',
	maxLinesPerRequest: Number.POSITIVE_INFINITY,
	maxFileSize: Number.POSITIVE_INFINITY,
	keptFileBytes: 4 * 2 ** 30,
	chunkedUploads: 'accept',
	downloadLength: 'known',
	contentDisposition: 'none',
	fileNames: 'plain',
	missingFile: 'notFound',
	rowLinks: 'withFiles',
	dacOData: 'available',
	latency: 0,
};

/** @param options what is undefined counts as left out */
export function settingsFrom(options: SandboxOptions): Settings {
	const given = Object.entries(options).filter(([, value]) => value !== undefined);
	const { model, requestsPerMinute, concurrentRequests, users } = defaults.license;
	return {
		...defaults,
		clock: runningClock(),
		...Object.fromEntries(given),
		license: {
			model: options.license?.model ?? model,
			requestsPerMinute: options.license?.requestsPerMinute ?? requestsPerMinute,
			concurrentRequests: options.license?.concurrentRequests ?? concurrentRequests,
			users: options.license?.users ?? users,
		},
	};
}
