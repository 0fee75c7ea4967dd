import { NodeOperationError, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import { encodeSegment, keyLabel, recordPath, type RecordKey } from '../../contract/recordKey';
import { RecordFault } from '../../contract/recordFault';
import { wrapRecord } from '../../contract/value';
import type { About } from '../../transport/about';
import type { ApiResponse } from '../../transport/rejection';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { recordOutput } from '../output';
import { locator } from '../../parameters/parameterReader';
import { entityProperty, recordKeyProperty } from '../../parameters/properties';
import { addressed } from '../record/addressing';
import { fetchRecord } from '../record/fetchRecord';
import { readRecordOptions } from '../recordOptions';
import { readEntity, readRecordKey, type EntityTarget } from '../recordTarget';
import { followed } from './accepted';
import { readActionOptions } from './actionOptions';
import { readActionParameters } from './actionParameters';
import { actionProperty, parametersProperties } from './parameters';

export const invoke: Operation = {
	option: {
		name: 'Invoke',
		value: 'invoke',
		action: 'Invoke an action',
		description: 'Run an action on a record, such as releasing an invoice or confirming a shipment',
	},
	properties: [
		entityProperty,
		actionProperty,
		{
			...recordKeyProperty,
			required: false,
			description: 'The record to run the action on, by its key fields or its ID',
		},
		...parametersProperties,
		optionsProperty(
			'actionUrlForm',
			'branch',
			'businessDate',
			'custom',
			'expand',
			'maxWaitSeconds',
			'returnRecord',
			'select',
			'waitForCompletion',
			...commonOptions,
		),
	],
	async execute(call) {
		const target = await readEntity(call);
		const action = readAction(call);
		const key = readRecordKey(call, target);
		const record = key === undefined ? '' : keyLabel(key);
		const about = target.about(`run ${action} on`, { record, action, writes: true });
		const accepted = await send(call, target, action, key, about);
		const outcome = { entity: target.entity, action, record };
		const ended = await followed(call, accepted, about, outcome);
		if (ended !== undefined) return [item(call, ended)];
		const { returnRecord } = readActionOptions(call);
		if (returnRecord && key !== undefined) {
			const reread = await fetchRecord(call, target, key, readRecordOptions(call).query);
			return [recordOutput(call)(reread)];
		}
		return [item(call, { ...outcome, status: 'completed' })];
	},
};

function readAction(call: OperationCall): string {
	const { value } = call.parameters.read('action', 'Action', locator);
	if (/^[\p{L}_][\p{L}\p{N}_@$]*$/u.test(value)) return value;
	throw new NodeOperationError(
		call.node,
		value === '' ? 'No action is chosen' : `"${value}" is not the name of an action`,
		{
			itemIndex: call.itemIndex,
			description:
				'Pick an action from the list, or type its name as in the endpoint, for example ConfirmShipment.',
		},
	);
}

/** An action is sent once: nobody can tell whether a repetition would run it twice. */
async function send(
	call: OperationCall,
	target: EntityTarget,
	action: string,
	key: RecordKey | undefined,
	about: About,
): Promise<ApiResponse> {
	const { actionUrlForm } = readActionOptions(call);
	const parameters = wrapRecord(await readActionParameters(call, target, action));
	const isRecordForm = actionUrlForm === 'record';
	if (isRecordForm && key === undefined) {
		throw new RecordFault('Record', 'is empty, but the address of the older form needs it');
	}
	const path = isRecordForm
		? `${recordPath(target.entity, key)}/action/${encodeSegment(action)}`
		: `${recordPath(target.entity)}/${encodeSegment(action)}`;
	const body = isRecordForm
		? parameters
		: { entity: await addressed(call, target, {}), parameters };
	return await call.api(
		{
			method: 'POST',
			path: `${target.path}/${path}`,
			headers: readRecordOptions(call).headers,
			body: JSON.stringify(body),
			expect: 'nothing',
			replay: 'unsafe',
		},
		about,
	);
}

function item(call: OperationCall, json: IDataObject): INodeExecutionData {
	return { json, pairedItem: { item: call.itemIndex } };
}
