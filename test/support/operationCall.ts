import type { IExecuteFunctions, INode } from 'n8n-workflow';
import type { OperationCall } from '../../nodes/Acumatica/operations/operation';
import { parameterReader } from '../../nodes/Acumatica/parameters/parameterReader';
import type { EntityTarget } from '../../nodes/Acumatica/operations/recordTarget';
import type { About } from '../../nodes/Acumatica/transport/about';
import type { ApiRequest } from '../../nodes/Acumatica/transport/request';

export const node: INode = {
	id: '1',
	name: 'Acumatica',
	type: 'n8n-nodes-acumatica-erp.acumatica',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

export interface ScriptedCall extends OperationCall {
	/** For how many seconds it let answers be remembered. */
	readonly remembered: readonly number[];
	/** What the operation asked for, in order. */
	readonly asked: readonly { readonly request: ApiRequest; readonly about: About }[];
}

import { simulatedClock } from './simulatedClock.ts';
/** A reader of these parameters for item 3; one that is not there is as in a workflow of an older version. */
export function readerOf(parameters: Readonly<Record<string, unknown>>) {
	const getNodeParameter = (name: string, _itemIndex: number, fallback?: unknown) =>
		Object.hasOwn(parameters, name) ? parameters[name] : fallback;
	return parameterReader(
		{
			getNode: () => node,
			getNodeParameter: getNodeParameter as IExecuteFunctions['getNodeParameter'],
		},
		3,
	);
}

/**
 * One item's call of an operation, without an engine around it.
 *
 * @param bodies answers to its requests, in order
 */
export function operationCall(
	parameters: Readonly<Record<string, unknown>>,
	bodies: readonly unknown[] = [],
): ScriptedCall {
	const remembered: number[] = [];
	const asked: { request: ApiRequest; about: About }[] = [];
	const api: OperationCall['api'] = async (request, about) => {
		asked.push({ request, about });
		return { status: 200, headers: {}, body: bodies[asked.length - 1] };
	};
	const unasked = async () => await Promise.reject(new Error('Nobody should ask for this'));
	return {
		asked,
		remembered,
		node,
		itemIndex: 3,
		input: {},
		zone: 'Europe/Berlin',
		parameters: readerOf(parameters),
		clock: simulatedClock(),
		readBinary: unasked,
		writeBinary: unasked,
		api,
		remembering: (seconds) => {
			remembered.push(seconds);
			return api;
		},
		discovery: {
			endpoint: async (chosen) => chosen ?? { name: 'Default', version: '24.200.001' },
			endpoints: unasked,
			schema: unasked,
			lastingSchema: unasked,
			actions: unasked,
			customFields: unasked,
			adHocSchema: unasked,
			textLengths: unasked,
			suggestion: unasked,
		},
	};
}

/** An entity of Default, or of another endpoint. */
export function targetOf(entity: string, endpointName = 'Default'): EntityTarget {
	const endpoint = { name: endpointName, version: '24.200.001' };
	return {
		endpoint,
		entity,
		path: `entity/${endpointName}/24.200.001`,
		about: (doing, more) => ({ doing, entity, endpoint, ...more }),
	};
}
