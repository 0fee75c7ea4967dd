import { NodeOperationError, type IDataObject } from 'n8n-workflow';

import { statusHandle } from '../../contract/statusHandle';
import type { About } from '../../transport/about';
import { untilComplete } from '../../transport/completion';
import type { ApiResponse } from '../../transport/rejection';
import type { OperationCall } from '../operation';
import { readActionOptions } from './actionOptions';

/** Follows an action that was only accepted (202) to its end; undefined where it is done. */
export async function followed(
	call: OperationCall,
	{ status, headers }: ApiResponse,
	about: About,
	outcome: IDataObject,
): Promise<IDataObject | undefined> {
	// A 204 may carry a Location as well, which leads nowhere: the action is done.
	if (status !== 202) return undefined;
	const { location } = headers;
	const handle = typeof location === 'string' ? statusHandle(location) : undefined;
	if (handle === undefined) throw unfollowable(call, about);
	const options = readActionOptions(call);
	if (!options.waitForCompletion) return { ...outcome, status: 'running', statusHandle: handle };
	const { clock, signal } = call;
	const bounds = {
		clock,
		patience: options.maxWaitSeconds * 1000,
		...(signal !== undefined && { signal }),
	};
	const asking = {
		...about,
		doing: about.doing.replace(/^run/, 'complete'),
		writes: false,
		started: true,
	};
	if (await untilComplete(call.api, handle, asking, bounds)) return undefined;
	throw stillRunning(call, outcome, handle, options.maxWaitSeconds);
}

function unfollowable(
	call: OperationCall,
	{ action = '', entity = '' }: About,
): NodeOperationError {
	return new NodeOperationError(
		call.node,
		`${entity} has accepted ${action}, but does not say where to ask for its end`,
		{
			itemIndex: call.itemIndex,
			description:
				'The action is running or has run. Look in Acumatica before you run this item again.',
		},
	);
}

function stillRunning(
	call: OperationCall,
	outcome: IDataObject,
	handle: string,
	seconds: number,
): NodeOperationError {
	const error = new NodeOperationError(
		call.node,
		`${String(outcome.action)} on ${String(outcome.entity)} "${String(outcome.record)}" is still running after ${seconds} s`,
		{
			itemIndex: call.itemIndex,
			description: `It goes on in Acumatica. Ask for its end with the operation Get Status and the handle ${handle}, or raise Max Wait. Do not run it again before you know.`,
		},
	);
	error.context.faultKind = 'stillRunning';
	error.context.statusHandle = handle;
	return error;
}
