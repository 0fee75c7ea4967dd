import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';
import { additionalData, type Credentials, credentialStore } from './execution.ts';
import { findNode, type InstalledPackage, nodeTypeName, nodeTypes } from './installedPackage.ts';
import { Container, core, type LogLine, n8n, startEngine, withLog } from './platform.ts';

const load = createRequire(import.meta.url);

/**
 * What n8n's database holds of one active workflow. It outlives the process.
 *
 * - `classic`: n8n as it comes. A workflow stays loaded while it is active. Its static data is written when
 *   an execution is about to be made, without waiting for it, and at the end of an activation; not after a
 *   scheduled poll without a result.
 * - `scheduled`: polls are tasks of n8n's scheduler, without durable cursors. Every poll loads the workflow
 *   anew, with the static data that was written last; what a poll without a result assigns is gone.
 * - `durable`: with durable poll cursors besides. The cursor is written in the transaction that makes the
 *   execution, or by itself after a scheduled poll without a result; not at the end of an activation.
 *
 * n8n 2.40: active-workflow-manager and workflow-trigger-activator (saveStaticData after the triggers),
 * trigger-execution-context.factory (createPollExecutionContext, __emit, __commitCursor),
 * poll-trigger-task-handler, poll-cursor.service, workflow-static-data.service; n8n-core:
 * poll-trigger-executor.
 */
export interface PollDatabase {
	readonly kind: 'classic' | 'scheduled' | 'durable';
	/** As JSON: nothing in it is shared with a process. */
	stored: string;
	/** The items of every execution that was made. */
	readonly executions: INodeExecutionData[][];
}

export function pollDatabase(kind: PollDatabase['kind']): PollDatabase {
	return { kind, stored: '{}', executions: [] };
}

/**
 * When the process ends, during a poll that has a result: `beforeAll` nothing is written; `stateOnly` the
 * state is, the execution is not; `executionOnly` the other way round. With durable cursors there are but
 * two ways: nothing, or all.
 */
export type Crash = 'beforeAll' | 'stateOnly' | 'executionOnly';

export interface PollRun {
	readonly installed: InstalledPackage;
	/** The node's name within the package. */
	readonly node: string;
	readonly parameters: INode['parameters'];
	readonly credentials?: Credentials;
	readonly database?: PollDatabase;
	/** Milliseconds that a poll may take; n8n's own default if left out. */
	readonly budget?: number;
	readonly timezone?: string;
}

export interface PollOutcome {
	/** The items of the execution that it led to; undefined where there was none. */
	readonly items?: readonly INodeExecutionData[];
	readonly error?: Error;
	readonly log: readonly LogLine[];
}

/** One n8n process with the workflow active in it. */
export interface PollProcess {
	/** The poll at activation: an error stops the activation. */
	activate(): Promise<PollOutcome>;
	/** A poll on schedule. After a crash the process is of no more use: start another one. */
	tick(crash?: Crash): Promise<PollOutcome>;
	/** "Fetch Test Event" in the editor. */
	sample(): Promise<PollOutcome>;
	/** What the process holds in its memory of the state. */
	state(): IDataObject;
}

interface PollExecutor {
	create(
		workflow: InstanceType<typeof n8n.Workflow>,
		node: INode,
		context: InstanceType<typeof core.PollContext>,
		isCurrent: () => boolean,
	): (testing?: boolean) => Promise<void>;
}

/** Starts an n8n process on what the database holds; every process has a memory of its own. */
export async function startPolling(run: PollRun): Promise<PollProcess> {
	await startEngine();
	const database = run.database ?? pollDatabase('classic');
	const store = credentialStore(run.credentials);
	const nodeType = findNode(run.installed, run.node);
	const node: INode = {
		id: randomUUID(),
		name: 'Trigger',
		type: nodeTypeName(nodeType),
		typeVersion: 1,
		position: [0, 0],
		parameters: structuredClone(run.parameters),
		credentials: store.references(),
	};
	const isDurable = database.kind === 'durable';
	const id = randomUUID();
	const { PollTriggerExecutor } = load('n8n-core/dist/execution-engine/poll-trigger-executor') as {
		PollTriggerExecutor: new () => PollExecutor;
	};
	let staged: IDataObject = {};
	let emitted: INodeExecutionData[] | undefined;
	let failed: Error | undefined;
	let crash: Crash | undefined;

	/** The workflow as n8n loads it from its database. */
	const loaded = () => {
		const workflow = new n8n.Workflow({
			id,
			name: 'Polling',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypes(run.installed),
			settings: { executionOrder: 'v1', timezone: run.timezone ?? 'UTC' },
			...(!isDurable && { staticData: JSON.parse(database.stored) as IDataObject }),
		});
		const pollNode = workflow.getNode('Trigger') ?? node;
		const staticData = () => workflow.getStaticData('node', pollNode);
		const save = () => {
			if (isDurable || workflow.staticData.__dataChanged !== true) return;
			database.stored = JSON.stringify(workflow.staticData);
			workflow.staticData.__dataChanged = false;
		};
		const emit = ([items = []]: INodeExecutionData[][]) => {
			const savesState = crash === undefined || (!isDurable && crash === 'stateOnly');
			const makesExecution = crash === undefined || (!isDurable && crash === 'executionOnly');
			if (savesState && isDurable) database.stored = JSON.stringify(staged);
			if (savesState) save();
			if (!makesExecution) return;
			database.executions.push(structuredClone(items));
			emitted = items;
		};
		const contextOf = (mode: 'trigger' | 'manual') =>
			new core.PollContext(
				workflow,
				pollNode,
				additionalData(run.installed, store, { mode, workflow }),
				mode,
				mode === 'manual' ? 'manual' : 'activate',
				emit,
				(error) => {
					failed = error;
				},
				async () => {
					if (isDurable && crash === undefined) database.stored = JSON.stringify(staged);
				},
				async (poll) => {
					if (isDurable) staged = JSON.parse(database.stored) as IDataObject;
					return await poll();
				},
				isDurable ? () => staged : staticData,
				...(run.budget === undefined ? [] : [() => run.budget ?? 0]),
			);
		const context = contextOf('trigger');
		const executor = Container.get(PollTriggerExecutor);
		const poll = executor.create(workflow, pollNode, context, () => true);
		return { poll, save, contextOf, staticData };
	};
	let active = loaded();
	const outcome = async (work: () => Promise<unknown>): Promise<PollOutcome> => {
		[emitted, failed] = [undefined, undefined];
		const { log } = await withLog(async () => {
			try {
				await work();
			} catch (error) {
				failed = error instanceof Error ? error : new Error(String(error));
			}
		});
		const [items, error] = [emitted, failed] as [
			INodeExecutionData[] | undefined,
			Error | undefined,
		];
		return { log, ...(items !== undefined && { items }), ...(error !== undefined && { error }) };
	};
	return {
		activate: async () =>
			await outcome(async () => {
				await active.poll(true);
				active.save();
			}),
		async tick(how) {
			if (database.kind === 'scheduled') active = loaded();
			crash = how;
			const polled = await outcome(async () => await active.poll());
			crash = undefined;
			return polled;
		},
		async sample() {
			return await outcome(async () => {
				const result = await nodeType.poll?.call(active.contextOf('manual'));
				emitted = result?.[0];
			});
		},
		state: () =>
			structuredClone(
				isDurable ? (JSON.parse(database.stored) as IDataObject) : { ...active.staticData() },
			),
	};
}
