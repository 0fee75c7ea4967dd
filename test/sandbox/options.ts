import { runningClock, type SandboxClock } from './clock.ts';
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
	/** Real milliseconds that every request takes at least. Default 0. */
	readonly latency: number;
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
