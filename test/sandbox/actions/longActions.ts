/**
 * Where a 202 says that its status can be asked: below the origin, as a whole address, with the segment
 * of a browser window, at another host (which must not be asked), or nowhere.
 */
export type StatusLocation =
	'relative' | 'absolute' | 'window' | 'missing' | { readonly origin: string };

/** How a failed long operation shows: an exception (500), or the record with the error (422). */
export interface LongFailure {
	readonly text: string;
	/** Default 500. */
	readonly status?: 422 | 500;
}

/** An action that answers 202 and has its effect later. */
export interface LongAction {
	/** Milliseconds of the sandbox's clock. Default 300. */
	readonly takes?: number;
	/** It fails in the end, without any effect; text alone is an exception. */
	readonly fails?: string | LongFailure;
	/** Default `relative`. */
	readonly location?: StatusLocation;
}

/** By `Entity/Action`, `Action` or `*`, the first of these that is there; false: done at once. */
export type LongActionTable = Readonly<Record<string, LongAction | false>>;

/** What takes long unless tests say otherwise. */
export const usualLongActions: LongActionTable = {
	'Shipment/ConfirmShipment': {},
	'Invoice/ReleaseInvoice': {},
	'SalesInvoice/ReleaseSalesInvoice': {},
};

/** Which actions take long; tests may change it while the sandbox runs. */
export class LongActions {
	readonly #start: LongActionTable;
	#table: LongActionTable;

	constructor(table: LongActionTable) {
		this.#start = { ...usualLongActions, ...table };
		this.#table = this.#start;
	}

	/** Adds to what is there, or replaces single entries. */
	set(table: LongActionTable): void {
		this.#table = { ...this.#table, ...table };
	}

	/** @returns undefined for an action that is done at once */
	find(entity: string, action: string): LongAction | undefined {
		for (const name of [`${entity}/${action}`, action, '*']) {
			const found = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
			if (found !== undefined) return found === false ? undefined : found;
		}
		return undefined;
	}

	/** Back to what the sandbox started with. */
	clear(): void {
		this.#table = this.#start;
	}
}
