import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { setUpOwner, type RestClient } from './restClient.ts';
import { storeCredential } from './sandboxCredentials.ts';
import { startServer } from './server.ts';

jest.setTimeout(800_000);

/** Orders of each wave, 500 in all. */
const waves = [170, 165, 165];
/** Durable cursors need the scheduler and the publication service as well (n8n 2.40, poll-cursor.service). */
const durable = {
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
};

const list = z.object({ results: z.array(z.object({ id: z.string() })) });
const whole = z.object({ status: z.string(), data: z.string() });

/** What n8n has recorded: each execution with whatever it began with, ended or not. */
async function recorded(client: RestClient, workflowId: string): Promise<string[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const { results } = list.parse(
		await client.call('GET', `/rest/executions?limit=100&filter=${filter}`),
	);
	return await Promise.all(
		results.map(
			async ({ id }) => whole.parse(await client.call('GET', `/rest/executions/${id}`)).data,
		),
	);
}

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
	for (const end = Date.now() + 180_000; !(await isSo()); await sleep(100)) {
		if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
	}
}

/** Changes the orders of a wave, and returns what each of them says from now on. */
function change(sandbox: Sandbox, wave: number): string[] {
	const first = waves.slice(0, wave).reduce((sum, size) => sum + size, 0);
	const orders = sandbox.records.all('SalesOrder').slice(first, first + (waves[wave] ?? 0));
	return orders.map((order, index) => {
		const LastModified = new Date().toISOString();
		const Description = `wave ${wave} order ${index}.`;
		const fields = { ...order.fields, LastModified, Description };
		sandbox.records.set('SalesOrder').put({ ...order, fields });
		return Description;
	});
}

interface Outcome {
	/** How many executions have each change. */
	readonly times: ReadonlyMap<string, number>;
	readonly executions: number;
	readonly open: number;
}

/**
 * Activates the trigger, changes orders in waves, and kills n8n twice, each time shortly after a poll has
 * read a wave.
 */
async function watchThroughKills(
	environment: Record<string, string>,
	options: object,
	delays: readonly number[],
): Promise<Outcome> {
	let polls = 0;
	const sandbox = await startSandbox({
		salesOrders: 520,
		meanwhile: ({ kind }) => {
			if (kind === 'list') polls++;
		},
	});
	const server = await startServer({ environment });
	try {
		const client = await setUpOwner(server.url);
		const { url, account } = sandbox;
		const credential = await storeCredential(client, server.url, 'oAuth2', url, account);
		const { id, versionId } = await client.createWorkflow(workflowOf(credential, options));
		await client.call('POST', `/rest/workflows/${id}/activate`, { versionId });
		await until('the first watermark', async () => (await recorded(client, id)).length > 0);
		const due: string[] = [];
		for (const [wave, delay] of delays.entries()) {
			due.push(...change(sandbox, wave));
			const before = polls;
			await until('a poll', () => polls > before);
			await sleep(delay);
			await server.kill();
			await server.start();
		}
		due.push(...change(sandbox, delays.length));
		const everything = async () => (await recorded(client, id)).join('');
		await until('all changes', async () => {
			const text = await everything();
			return due.every((description) => text.includes(`"${description}"`));
		});
		const before = polls;
		await until('another poll, which must bring nothing', () => polls > before);
		await sleep(2000);
		const executions = await recorded(client, id);
		const timesOf = (description: string) =>
			executions.filter((data) => data.includes(`"${description}"`)).length;
		return {
			times: new Map(due.map((description) => [description, timesOf(description)])),
			executions: executions.length,
			open: sandbox.ledger.sessions.open,
		};
	} finally {
		await server.stop();
		await sandbox.close();
	}
}

function workflowOf(
	credential: { readonly id: string; readonly name: string; readonly type: string },
	options: object,
): object {
	const trigger = {
		id: '0b5dc3c5-4a58-4f31-9f2c-6f5c2b3b7a01',
		name: 'Acumatica Trigger',
		type: 'n8n-nodes-acumatica-erp.acumaticaTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {
			pollTimes: { item: [{ mode: 'everyMinute' }] },
			authentication: 'oAuth2',
			event: 'createdOrUpdated',
			entity: { __rl: true, mode: 'name', value: 'SalesOrder' },
			options: { select: 'OrderNbr, Description', ...options },
		},
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const next = {
		id: '0b5dc3c5-4a58-4f31-9f2c-6f5c2b3b7a02',
		name: 'Next',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [220, 0],
		parameters: {},
	};
	return {
		name: 'Changed orders',
		nodes: [trigger, next],
		connections: { [trigger.name]: { main: [[{ node: next.name, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

const repeats = ({ times }: Outcome) => [...times.values()].filter((count) => count > 1).length;
const lost = ({ times }: Outcome) =>
	[...times].filter(([, count]) => count === 0).map(([description]) => description);

let withDurableCursors: Outcome;
let withRepeats: Outcome;
beforeAll(async () => {
	[withDurableCursors, withRepeats] = await Promise.all([
		watchThroughKills(durable, {}, [40, 250]),
		watchThroughKills({}, { repeatAfterRestart: true }, [40, 250]),
	]);
	console.log(
		`500 changed orders, n8n killed twice: durable cursors: ${repeats(withDurableCursors)} repeated in ${withDurableCursors.executions} executions; Repeat After Restart: ${repeats(withRepeats)} repeated in ${withRepeats.executions} executions`,
	);
}, 780_000);

test('with durable poll cursors every change is in exactly one execution', () => {
	expect(withDurableCursors.times.size).toBe(500);
	expect(lost(withDurableCursors)).toEqual([]);
	expect(repeats(withDurableCursors)).toBe(0);
});

test('with Repeat After Restart every change is in one execution at least, and in two for each kill at most', () => {
	expect(withRepeats.times.size).toBe(500);
	expect(lost(withRepeats)).toEqual([]);
	expect(Math.max(...withRepeats.times.values())).toBeLessThanOrEqual(3);
});
