import type { LongActions } from './actions/longActions.ts';
import type { LongOperations } from './actions/longOperations.ts';
import type { FileStore } from './files/fileStore.ts';
import type { FaultScript } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { License } from './license.ts';
import type { RecordStore } from './records/store.ts';
import type { SignInDesk } from './signIn/identify.ts';

/** The running Acumatica: what all routes share. */
export interface Instance extends SignInDesk {
	readonly license: License;
	readonly faults: FaultScript;
	readonly ledger: Ledger;
	readonly files: FileStore;
	readonly longActions: LongActions;
	readonly operations: LongOperations;
	/** Aborted by `interrupt`. */
	readonly interrupted: AbortSignal;
	/** `http://host:port`, known once the server listens. */
	readonly origin: () => string;
	/** `/AcumaticaERP`, or nothing when the instance is at the root. */
	readonly sitePath: string;
	/** The data of a tenant. */
	records(tenant: string): RecordStore;
	/** Cuts off whoever still waits here, so that nobody does anything later. */
	interrupt(): void;
	/** Interrupts; then a fresh seed, no sessions, no faults, an empty ledger. */
	reset(): void;
}
