import { randomUUID } from 'node:crypto';
import { databaseTime, settableClock } from '../../sandbox/clock.ts';
import type { SandboxRecord } from '../../sandbox/record.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

/** One change of one record, as the ERP keeps it. */
export interface ErpChange {
	readonly record: string;
	/** Milliseconds since 1970, in the steps of the database. */
	readonly stamp: number;
	/** What the record says after it; no two changes say the same. */
	readonly text: string;
	readonly isCreation: boolean;
	/** The ERP's time when others could first see it. */
	readonly visibleAt: number;
}

/**
 * The ERP of a history: a sandbox whose clock stands still until the history moves it, and whose sales
 * orders are made, changed and removed without a client.
 */
export interface Erp {
	readonly sandbox: Sandbox;
	/** Everything that happened, in that order. */
	readonly changes: readonly ErpChange[];
	/** Called before each request is answered; for what happens while a client reads. */
	meanwhile: () => void;
	now(): number;
	advance(milliseconds: number): void;
	/** Somebody corrects the server's clock. */
	setBack(milliseconds: number): void;
	/** @param late milliseconds for which the change was invisible, its transaction being open */
	create(late: number, stamp?: number): void;
	/** Changes the record of that place in the list, counted around. */
	update(place: number, late: number): void;
	remove(place: number): void;
	/** What is there now, by ID. */
	current(): ReadonlyMap<string, ErpChange>;
	/** Begins a new history: no records, the clock where it was at first. */
	clear(): void;
}

const entity = 'SalesOrder';
const start = Date.UTC(2026, 9, 25, 0, 30);
const step = 4;

export async function startErp(): Promise<Erp> {
	const clock = settableClock(start);
	let changes: ErpChange[] = [];
	let latest = new Map<string, ErpChange>();
	let number = 0;
	const hook: { run: () => void } = { run: () => undefined };
	const sandbox = await startSandbox({ salesOrders: 1, clock, meanwhile: () => hook.run() });
	const set = () => sandbox.records.set(entity);

	const put = (id: string, stamp: number, isCreation: boolean) => {
		const text = `change ${++number}`;
		const known = set().findById(id);
		const at = new Date(stamp).toISOString();
		const record: SandboxRecord = {
			id,
			note: null,
			fields: {
				...(known?.fields ?? { OrderType: 'SO', OrderNbr: id.slice(0, 8), CreatedDate: at }),
				LastModified: at,
				Description: text,
			},
			linked: {},
			details: {},
			custom: {},
		};
		set().put(record);
		const change = { record: id, stamp, text, isCreation, visibleAt: clock.now() };
		changes.push(change);
		latest.set(id, change);
	};
	/** A record never gets the same time twice: the database could not tell the two states apart either. */
	const freeStamp = (id: string, wanted: number) => {
		let stamp = Date.parse(databaseTime(wanted));
		while (changes.some((change) => change.record === id && change.stamp === stamp)) {
			stamp = Date.parse(databaseTime(stamp + step));
		}
		return stamp;
	};
	const placed = (place: number) => {
		const records = set().all();
		return records[place % Math.max(1, records.length)];
	};
	const erp: Erp = {
		sandbox,
		get changes() {
			return changes;
		},
		get meanwhile() {
			return hook.run;
		},
		set meanwhile(run) {
			hook.run = run;
		},
		now: () => clock.now(),
		advance: (milliseconds) => clock.advance(milliseconds),
		setBack: (milliseconds) => clock.set(clock.now() - milliseconds),
		create(late, stamp) {
			const id = randomUUID();
			put(id, freeStamp(id, stamp ?? clock.now() - late), true);
		},
		update(place, late) {
			const record = placed(place);
			if (record === undefined) return;
			const before = latest.get(record.id)?.stamp ?? 0;
			// Whoever saves it next waits for an open transaction to end, unless the clock was set back.
			const wanted = clock.now() - late;
			const isSetBack = before > clock.now();
			put(
				record.id,
				freeStamp(record.id, isSetBack ? wanted : Math.max(wanted, before + step)),
				false,
			);
		},
		remove(place) {
			const record = placed(place);
			if (record === undefined) return;
			set().remove(record);
			latest.delete(record.id);
		},
		current: () => latest,
		clear() {
			for (const record of [...set().all()]) set().remove(record);
			changes = [];
			latest = new Map();
			hook.run = () => undefined;
			clock.set(start);
			sandbox.setServerOffset(0);
			sandbox.ledger.clear();
		},
	};
	erp.clear();
	return erp;
}
