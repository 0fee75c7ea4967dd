import type { IDataObject, INode } from 'n8n-workflow';
import type { InstalledPackage } from '../../support/installedPackage.ts';
import type { CredentialStore } from '../../support/credentialStore.ts';
import { pollDatabase, type PollDatabase, startPolling } from '../../support/poller.ts';
import type { Erp } from './erp.ts';
import { longestSetBack, type Step, type Trouble } from './history.ts';

/** Who watches the ERP: the node, and how n8n keeps its state. */
export interface Watcher {
	readonly installed: InstalledPackage;
	readonly node: string;
	readonly parameters: INode['parameters'];
	readonly credentials: CredentialStore;
	readonly database: PollDatabase['kind'];
	/** Moves n8n's clock. */
	readonly moveClock: (milliseconds: number) => void;
}

/** One item that an execution began with. */
export interface Emission {
	/** Which execution, counted from 0. */
	readonly batch: number;
	readonly record: string;
	readonly stamp: number;
	readonly text: string;
	readonly event: string | undefined;
}

export interface Watched {
	readonly emissions: readonly Emission[];
	/** Executions that were the last ones when a process ended. */
	readonly lastBatches: ReadonlySet<number>;
}

/** Lets a history happen, polls at the end until nothing is left, and tells what was emitted. */
export async function watchHistory(
	erp: Erp,
	watcher: Watcher,
	history: readonly Step[],
): Promise<Watched> {
	erp.clear();
	const database = pollDatabase(watcher.database);
	const lastBatches = new Set<number>();
	const begin = async () => {
		const process = await startPolling({ ...watcher, database });
		const { error } = await process.activate();
		if (error !== undefined) throw error;
		// The next poll cannot know yet that the scheduler loads the workflow anew each time.
		if (watcher.database === 'scheduled') lastBatches.add(database.executions.length - 1);
		return process;
	};
	/** @param behind how many executions the stored state may not know of */
	const restart = async (behind = 1) => {
		const last = database.executions.length - 1;
		for (let batch = last; batch > last - behind && batch >= 0; batch--) lastBatches.add(batch);
		return await begin();
	};
	let process = await begin();
	let setBack = 0;
	for (const step of history) {
		switch (step.kind) {
			case 'poll': {
				disturb(erp, step);
				const { error } = await process.tick(step.crash);
				calm(erp);
				if (error === undefined) setBack = 0;
				else if (step.trouble === 'none') throw error;
				if (step.crash !== undefined)
					process = await restart(step.crash === 'executionOnly' ? 2 : 1);
				break;
			}
			case 'restart':
				process = await restart();
				break;
			case 'n8nClock':
				watcher.moveClock(step.by);
				break;
			case 'setBack':
				// More than that between two polls is more than the overlap promises to bear.
				if (setBack + step.by > longestSetBack) break;
				setBack += step.by;
				erp.setBack(step.by);
				break;
			default:
				happen(erp, step);
		}
	}
	for (let idle = 0, polls = 0; idle < 2; polls++) {
		erp.advance(60_000);
		const { items, error } = await process.tick();
		if (error !== undefined) throw error;
		idle = items === undefined ? idle + 1 : 0;
		if (polls > 500) throw new Error('The trigger never comes to rest');
	}
	return { emissions: emissionsOf(database), lastBatches };
}

type Happening = Exclude<Step, { kind: 'poll' | 'restart' | 'n8nClock' | 'setBack' }>;

function happen(erp: Erp, step: Happening): void {
	switch (step.kind) {
		case 'create':
			erp.create(step.late);
			return;
		case 'update':
			erp.update(step.place, step.late);
			return;
		case 'remove':
			erp.remove(step.place);
			return;
		case 'burst':
			for (let index = 0; index < step.size; index++) {
				erp.create(0, erp.now() - step.apart * (step.size - 1 - index) * 0.01);
			}
			return;
		case 'advance':
			erp.advance(step.by);
			return;
		case 'daylightSaving':
			erp.sandbox.setServerOffset(step.offset);
	}
}

const answers = {
	error: { status: 500, body: { message: 'An error has occurred.' } },
	page: { html: true },
} as const;

function disturb(erp: Erp, step: Extract<Step, { kind: 'poll' }>): void {
	let request = 0;
	erp.meanwhile = () => {
		for (const { before, place, removes } of step.edits) {
			if (before !== request) continue;
			if (removes) erp.remove(place);
			else erp.update(place, 0);
		}
		if (request === step.at && step.trouble !== 'none') trouble(erp, step.trouble);
		request++;
	};
}

function trouble(erp: Erp, kind: Exclude<Trouble, 'none'>): void {
	erp.sandbox.script({ match: { method: 'GET' }, answer: answers[kind] });
}

function calm(erp: Erp): void {
	erp.meanwhile = () => undefined;
	erp.sandbox.calm();
}

function emissionsOf({ executions }: PollDatabase): Emission[] {
	return executions.flatMap((items, batch) =>
		items.map(({ json }): Emission => {
			const event = json._event as IDataObject | undefined;
			return {
				batch,
				record: String(json.id),
				stamp: Date.parse(String(json.LastModified)),
				text: String(json.Description),
				event: typeof event?.type === 'string' ? event.type : undefined,
			};
		}),
	);
}
