import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { authentications } from '../transport/account';
import { systemClock } from '../transport/clock';
import { connect, type Connection } from '../transport/connect';
import type { Lane } from '../transport/lane';
import { binaryAccess } from './binary';
import { failedItem, toNodeError } from './failedItem';
import { inLanes } from './lanes';
import type { Operation, Resources } from './operation';
import { parameterReader } from '../parameters/parameterReader';

/** Milliseconds; the ERP itself lets a request queue for up to ten minutes. */
const defaultTimeout = 660_000;
/** Seconds that all waits of an execution together may take. */
const defaultPatience = 600;

/** Options that hold for the whole execution; the first item decides. */
const executionOptions = z
	.object({
		timeout: z.coerce.number().positive().catch(defaultTimeout),
		maxTotalWaitSeconds: z.coerce.number().min(0).catch(defaultPatience),
		parallelRequests: z.coerce.number().int().min(1).catch(1),
	})
	.partial()
	.passthrough()
	.default({});

/**
 * Runs the chosen operation for every item: the one item loop. The output keeps the order of the
 * input, also when items are worked on in parallel. With "continue on fail" a failed item comes out as
 * `{error, message, details}` and the others go on. Every session is signed out at the end, whatever
 * happened.
 *
 * @throws NodeApiError or NodeOperationError of the first item that failed, with its index
 */
export async function runItems(
	caller: IExecuteFunctions,
	resources: Resources,
): Promise<INodeExecutionData[]> {
	const count = caller.getInputData().length;
	try {
		const settings = readSettings(caller);
		const connection = await connect(caller, settings);
		return await runConnected(caller, resources, connection, count, settings.parallelRequests);
	} catch (error) {
		const failure = toNodeError(caller.getNode(), error, 0);
		if (!caller.continueOnFail() || isCancelled(caller)) throw failure;
		// Thrown, it would make the platform pass the input on as if it were the result.
		return Array.from({ length: count }, (_, item) => ({
			json: failedItem(failure),
			pairedItem: { item },
		}));
	}
}

function readSettings(caller: IExecuteFunctions) {
	const parameters = parameterReader(caller, 0);
	const options = parameters.read('options', 'Options', executionOptions);
	const ways = z.enum(authentications);
	return {
		authentication: parameters.read('authentication', 'Authentication', ways),
		timeout: () => options.timeout ?? defaultTimeout,
		maxTotalWait: (options.maxTotalWaitSeconds ?? defaultPatience) * 1000,
		parallelRequests: options.parallelRequests ?? 1,
	};
}

async function runConnected(
	caller: IExecuteFunctions,
	resources: Resources,
	connection: Connection,
	count: number,
	parallelRequests: number,
): Promise<INodeExecutionData[]> {
	try {
		const lanes = Math.min(parallelRequests, connection.account.concurrentRequests, count);
		return await inLanes(
			connection,
			count,
			lanes,
			async (lane, index) => await runItem(caller, resources, lane, index),
		);
	} finally {
		await connection.close();
		const summary = connection.summary();
		if (summary !== undefined) {
			caller.logger.info(`Acumatica: ${summary}`);
			caller.addExecutionHints({ message: summary, type: 'info', location: 'outputPane' });
		}
	}
}

async function runItem(
	caller: IExecuteFunctions,
	resources: Resources,
	lane: Lane,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	try {
		const api = lane.api(itemIndex);
		const signal = caller.getExecutionCancelSignal();
		return await findOperation(caller, resources, itemIndex).execute({
			api,
			remembering: (seconds) => lane.memory.remembering(api, seconds),
			discovery: lane.discovery(itemIndex),
			parameters: parameterReader(caller, itemIndex),
			node: caller.getNode(),
			itemIndex,
			input: caller.getInputData()[itemIndex]?.json ?? {},
			zone: caller.getTimezone(),
			clock: systemClock,
			...(signal !== undefined && { signal }),
			...binaryAccess(caller, itemIndex),
		});
	} catch (error) {
		const failure = toNodeError(caller.getNode(), error, itemIndex);
		if (!caller.continueOnFail() || isCancelled(caller)) throw failure;
		return [{ json: failedItem(failure), pairedItem: { item: itemIndex } }];
	}
}

function findOperation(
	caller: IExecuteFunctions,
	resources: Resources,
	itemIndex: number,
): Operation {
	const resource = String(caller.getNodeParameter('resource', itemIndex, ''));
	const operation = String(caller.getNodeParameter('operation', itemIndex, ''));
	const operations = Object.hasOwn(resources, resource)
		? resources[resource]?.operations
		: undefined;
	const found =
		operations !== undefined && Object.hasOwn(operations, operation)
			? operations[operation]
			: undefined;
	if (found !== undefined) return found;
	const message = `There is no operation "${operation}" on "${resource}"`;
	const description = 'Choose resource and operation from the lists.';
	throw new NodeOperationError(caller.getNode(), message, { itemIndex, description });
}

function isCancelled(caller: IExecuteFunctions): boolean {
	return caller.getExecutionCancelSignal()?.aborted === true;
}
