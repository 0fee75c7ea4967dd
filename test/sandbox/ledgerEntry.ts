import type { RequestKind } from './exchange.ts';
import type { FieldValue } from './record.ts';

export interface LedgerRequest {
	readonly at: number;
	readonly method: string;
	/** Without the query on sign-in and token addresses; codes and passwords never come in. */
	readonly path: string;
	readonly kind: RequestKind;
	readonly status: number;
	readonly milliseconds: number;
	/** How much of that time it waited for the license. */
	readonly licenseDelay?: number;
	/** Number of the session in the order of opening. */
	readonly session?: number;
	/** The scripted fault that hit it. */
	readonly fault?: string;
}

export interface LedgerWrite {
	readonly at: number;
	readonly tenant: string;
	readonly entity: string;
	readonly id: string;
	readonly keys: readonly FieldValue[];
	readonly kind: 'insert' | 'update' | 'delete';
	/** The caller's own reference, where the entity has such a field. */
	readonly reference?: string;
}

export interface LedgerAction {
	/** Of the last time. */
	readonly at: number;
	readonly tenant: string;
	/** Name in Default. */
	readonly entity: string;
	readonly action: string;
	/** Of the record. */
	readonly id: string;
	readonly keys: readonly FieldValue[];
	/** Of the last time; dialog values under `custom`. */
	readonly parameters: Readonly<Record<string, unknown>>;
	/** How often it was started on this record; what was refused was not started. */
	readonly times: number;
	/** How many of these failed in the end. */
	readonly failed: number;
}

/** A version of a file that was put. */
export interface LedgerFile {
	readonly at: number;
	readonly tenant: string;
	/** Name in Default. */
	readonly entity: string;
	readonly recordId: string;
	readonly detailId?: string;
	/** Of the file. */
	readonly id: string;
	readonly name: string;
	/** From 1. */
	readonly version: number;
	readonly size: number;
	readonly sha256: string;
	readonly comment: string | null;
	readonly contentType?: string;
}

export interface SessionCounts {
	readonly opened: number;
	/** Signed out. */
	readonly closed: number;
	readonly expired: number;
	/** Ended by a scripted fault. */
	readonly killed: number;
	/** Open now. */
	readonly open: number;
	/** Open now, but a fault swallowed the answer that they were opened in: nobody can sign out of them. */
	readonly undelivered: number;
	/** The other open ones. Once the clients are done, somebody forgot to sign out of these. */
	readonly leaked: number;
	/** Sessions held by grants with offline access, open now; not in the other counts. */
	readonly offlineGrants: number;
}
