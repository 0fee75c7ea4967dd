import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readExecution, type FinishedExecution } from './execution.ts';

/** Owner of every throw-away server; printed by `npm run demo -- --keep`. */
export const owner = {
	email: 'owner@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	password: 'Sandbox-only-1',
};

export interface RestClient {
	/** Any request; answers what is inside `data`. */
	call(method: string, path: string, body?: unknown): Promise<unknown>;
	createCredential(type: string, name: string, data: object): Promise<string>;
	createWorkflow(workflow: object): Promise<{ readonly id: string; readonly versionId: string }>;
	/** Runs the saved workflow from its trigger and waits for its end. */
	runWorkflow(workflowId: string, trigger: string): Promise<FinishedExecution>;
	/** Waits until the workflow's own trigger has started an execution; answers its ID. */
	firstTriggered(workflowId: string): Promise<string>;
	/** Waits for the end of an execution. */
	finished(executionId: string): Promise<FinishedExecution>;
	/** The session cookie, for requests that a browser would make. */
	cookie(): string;
}

const executionMilliseconds = 180_000;
const created = z.object({ id: z.string() });
const savedWorkflow = z.object({ id: z.string(), versionId: z.string() });
const started = z.object({ executionId: z.string() });
const executionList = z.object({
	results: z.array(z.object({ id: z.string(), mode: z.string() })),
});
/** Signs in to a new server as its owner; afterwards speaks the REST that the editor speaks. */
export async function setUpOwner(serverUrl: string): Promise<RestClient> {
	const client = restClient(serverUrl);
	await client.call('POST', '/rest/owner/setup', owner);
	return client;
}

function restClient(serverUrl: string): RestClient {
	let cookie = '';
	const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
		const answer = await fetch(serverUrl + path, {
			method,
			headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		const signIn = answer.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (signIn) cookie = signIn.slice(0, signIn.indexOf(';'));
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path} -> ${answer.status} ${text.slice(0, 500)}`);
		const parsed: unknown = text === '' ? undefined : JSON.parse(text);
		return parsed instanceof Object && 'data' in parsed ? parsed.data : parsed;
	};
	const finished = async (executionId: string): Promise<FinishedExecution> => {
		const deadline = Date.now() + executionMilliseconds;
		for (;;) {
			const execution = readExecution(await call('GET', `/rest/executions/${executionId}`));
			if (execution) return execution;
			if (Date.now() > deadline) throw new Error(`Execution ${executionId} does not end.`);
			await sleep(150);
		}
	};
	return {
		call,
		cookie: () => cookie,
		createCredential: async (type, name, data) =>
			created.parse(await call('POST', '/rest/credentials', { name, type, data })).id,
		createWorkflow: async (workflow) =>
			savedWorkflow.parse(await call('POST', '/rest/workflows', workflow)),
		runWorkflow: async (workflowId, trigger) => {
			const start = { triggerToStartFrom: { name: trigger } };
			const answer = await call('POST', `/rest/workflows/${workflowId}/run`, start);
			return await finished(started.parse(answer).executionId);
		},
		firstTriggered: async (workflowId) => {
			const filter = encodeURIComponent(JSON.stringify({ workflowId }));
			const deadline = Date.now() + executionMilliseconds;
			for (;;) {
				const list = executionList.parse(await call('GET', `/rest/executions?filter=${filter}`));
				const first = list.results.filter(({ mode }) => mode === 'trigger').at(-1);
				if (first) return first.id;
				if (Date.now() > deadline) throw new Error('The trigger started no execution.');
				await sleep(150);
			}
		},
		finished,
	};
}
