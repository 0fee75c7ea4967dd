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
