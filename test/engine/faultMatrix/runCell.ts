import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { RequestKind } from '../../sandbox/exchange.ts';
import { faultsByName, namedFault, type FaultName } from '../../sandbox/faultCatalog.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import {
	runAcumatica,
	type AcumaticaRun,
	type Authentication,
} from '../../support/acumaticaRun.ts';
import { eventually } from '../../support/eventually.ts';
import { connectOAuth2 } from '../../support/oauthConnection.ts';
import type { NodeRunOutcome } from '../../support/nodeRun.ts';
import { actionOperations } from './actionOperations.ts';
import { fileOperations } from './fileOperations.ts';
import type { Cell } from './matrixTable.ts';

/** An operation under a fault, and how to tell from the sandbox's data what it came to. */
export interface FaultedOperation {
	readonly title: string;
	/** The kind of request that the fault hits. */
	readonly kind: RequestKind;
	/** @param reference a name that no other cell uses */
	run(
		reference: string,
	): Pick<AcumaticaRun, 'resource' | 'operation' | 'parameters' | 'items' | 'binaries'>;
	/** How often the work was done: once is right, and for an error never or once. */
	timesDone(sandbox: Sandbox, reference: string): number;
	/** Brings a record into being that the operation needs. */
	readonly needsCustomer?: true;
	/** Brings anything else into being. */
	prepare?(sandbox: Sandbox, reference: string): void;
	/** Whether what came out is what should, after a run that reports success. */
	isRight(outcome: NodeRunOutcome, reference: string): boolean;
	/** Faults after which nothing tells a wrong answer from a right one. */
	readonly undetectable?: readonly FaultName[];
}

const orderOf = (reference: string) => ({
	CustomerID: 'C000001',
	CustomerOrder: reference,
	Details: [{ InventoryID: 'AALEGO500', OrderQty: 1 }],
});
const ordersWith = (sandbox: Sandbox, reference: string) =>
	sandbox.records.all('SalesOrder').filter(({ fields }) => fields.CustomerOrder === reference);
const customerOf = (sandbox: Sandbox, reference: string) =>
	sandbox.records.all('Customer').filter(({ fields }) => fields.CustomerID === reference);
/** Judges by the first item. */
const first =
	(isRight: (output: IDataObject, reference: string) => boolean): FaultedOperation['isRight'] =>
	({ json }, reference) =>
		isRight(json[0] ?? {}, reference);
const isOrder = first(({ CustomerOrder }, reference) => CustomerOrder === reference);

export const operations: readonly FaultedOperation[] = [
	{
		title: 'get',
		kind: 'get',
		run: () => ({ operation: 'get', parameters: { entity: 'Customer', recordKey: 'C000002' } }),
		timesDone: () => 1,
		isRight: first(({ CustomerID }) => CustomerID === 'C000002'),
	},
	{
		title: 'getAll',
		kind: 'list',
		run: () => ({ operation: 'getAll', parameters: { entity: 'Customer', limit: 1 } }),
		timesDone: () => 1,
		isRight: first(({ CustomerID }) => CustomerID !== undefined),
	},
	{
		title: 'create',
		kind: 'put',
		run: (reference) => ({
			operation: 'create',
			parameters: { entity: 'SalesOrder' },
			items: [orderOf(reference)],
		}),
		timesDone: (sandbox, reference) => ordersWith(sandbox, reference).length,
		isRight: isOrder,
	},
	{
		title: 'create with Duplicate Check Field',
		kind: 'put',
		run: (reference) => ({
			operation: 'create',
			parameters: { entity: 'SalesOrder', options: { duplicateCheckField: 'CustomerOrder' } },
			items: [orderOf(reference)],
		}),
		timesDone: (sandbox, reference) => ordersWith(sandbox, reference).length,
		isRight: isOrder,
	},
	{
		title: 'update',
		kind: 'put',
		needsCustomer: true,
		run: (reference) => ({
			operation: 'update',
			parameters: { entity: 'Customer', recordKey: reference },
			items: [{ CustomerName: `${reference} updated` }],
		}),
		timesDone: (sandbox, reference) =>
			customerOf(sandbox, reference).filter(({ fields }) =>
				String(fields.CustomerName).endsWith('updated'),
			).length,
		isRight: first(({ CustomerName }, reference) => CustomerName === `${reference} updated`),
	},
	{
		title: 'upsert',
		kind: 'put',
		run: (reference) => ({
			operation: 'upsert',
			parameters: { entity: 'Customer' },
			items: [{ CustomerID: reference, CustomerName: reference }],
		}),
		timesDone: (sandbox, reference) => customerOf(sandbox, reference).length,
		isRight: first(({ CustomerName }, reference) => CustomerName === reference),
	},
	{
		title: 'delete',
		kind: 'delete',
		needsCustomer: true,
		run: (reference) => ({
			operation: 'delete',
			parameters: { entity: 'Customer', recordKey: reference },
		}),
		timesDone: (sandbox, reference) => 1 - customerOf(sandbox, reference).length,
		isRight: first(({ deleted }) => deleted === true),
	},
	...fileOperations,
	...actionOperations,
];

let references = 0;

/** Runs one operation with one fault in its way, and judges the result by the sandbox's data. */
export async function runCell(
	sandbox: Sandbox,
	authentication: Authentication,
	operation: FaultedOperation,
	fault: FaultName,
): Promise<Cell> {
	const reference = `FM${++references}`;
	const tokens = authentication === 'oAuth2' ? await connectOAuth2(sandbox) : undefined;
	const credentials = { sandbox, authentication, ...(tokens !== undefined && { tokens }) };
	if (operation.needsCustomer === true) {
		await runAcumatica({
			sandbox,
			operation: 'create',
			parameters: { entity: 'Customer' },
			items: [{ CustomerID: reference, CustomerName: reference }],
		});
	}
	operation.prepare?.(sandbox, reference);
	sandbox.script(
		namedFault(fault, { match: { kind: faultedKind(authentication, operation, fault) } }),
	);
	const { parameters, ...rest } = operation.run(reference);
	const options = { timeout: 700, ...(parameters?.options as object | undefined) };
	const run = await runAcumatica({
		...credentials,
		...rest,
		parameters: { ...parameters, options },
	});
	await eventually(() => {
		if (sandbox.ledger.sessions.open > 0) throw new Error('A session is still open');
	}, 2_000).catch(() => undefined);
	sandbox.script();
	const secrets = [
		sandbox.account.password,
		sandbox.account.clientSecret,
		...(tokens === undefined ? [] : [tokens.access_token, tokens.refresh_token ?? '']),
	];
	return {
		authentication,
		operation: operation.title,
		fault: faultsByName[fault].title,
		outcome: isUndetectable(operation, fault) ? 'undetectable' : outcomeOf(run),
		verdicts: judge(
			sandbox,
			isUndetectable(operation, fault) ? { ...operation, isRight: () => true } : operation,
			reference,
			run,
			secrets.filter((secret) => secret !== ''),
		),
	};
}

function isUndetectable({ undetectable = [] }: FaultedOperation, fault: FaultName): boolean {
	return undetectable.includes(fault);
}

/** A login limit hits the sign-in; with a connected OAuth2 credential there is none. */
function faultedKind(
	authentication: Authentication,
	operation: FaultedOperation,
	fault: FaultName,
): RequestKind {
	if (fault !== 'loginLimit') return operation.kind;
	return authentication === 'passwordOAuth2' ? 'token' : 'signIn';
}

/** Parsed, not `instanceof`: the engine may hold the error of another copy of n8n's classes. */
const withKind = z.object({ context: z.object({ faultKind: z.string() }) });

function outcomeOf(run: NodeRunOutcome): string {
	if (run.error === undefined) return 'done';
	const kind = withKind.safeParse(run.error.original).data?.context.faultKind;
	return `error: ${kind ?? run.error.message}`;
}

/** What must never be, as sentences; an empty list is a good cell. */
function judge(
	sandbox: Sandbox,
	operation: FaultedOperation,
	reference: string,
	run: NodeRunOutcome,
	secrets: readonly string[],
): string[] {
	const times = operation.timesDone(sandbox, reference);
	const succeeded = run.error === undefined;
	const words = `${run.error?.message ?? ''} ${run.error?.description ?? ''}`;
	const isWrite = ['put', 'delete', 'filePut', 'action', 'status'].includes(operation.kind);
	const everything = JSON.stringify([run.json, run.log, run.hints, words]);
	return [
		...(times > 1 ? [`written ${times} times`] : []),
		...(succeeded && times === 0 ? ['lost without an error'] : []),
		...(succeeded && !operation.isRight(run, reference)
			? [`a wrong result: ${JSON.stringify(run.json).slice(0, 200)}`]
			: []),
		...(!succeeded && isWrite && times === 1 && !words.includes('may or may not')
			? [`written, but the error does not say so: ${words}`]
			: []),
		...(sandbox.ledger.sessions.open > 0 ? ['a session was left open'] : []),
		...secrets.filter((secret) => everything.includes(secret)).map(() => 'a secret was shown'),
	];
}
