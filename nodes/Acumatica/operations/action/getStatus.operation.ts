import { z } from 'zod';

import { RecordFault } from '../../contract/recordFault';
import { isStatusHandle, statusHandle } from '../../contract/statusHandle';
import { isComplete } from '../../transport/completion';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';

export const getStatus: Operation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get the status of an action',
		description: 'Ask whether an action that was not waited for has ended',
	},
	properties: [
		{
			displayName: 'Status Handle',
			name: 'statusHandle',
			type: 'string',
			default: '={{ $json.statusHandle }}',
			required: true,
			description: 'The handle that Invoke has returned',
			hint: 'Acumatica knows it within the same session only: with OAuth2 that is the connection; the other credentials sign out when a node has run, and have to wait in Invoke',
		},
		optionsProperty(...commonOptions),
	],
	async execute(call) {
		const handle = readHandle(call);
		const [, , , entity = '', action = ''] = handle.split('/');
		const about = { doing: `complete ${action} on`, entity, action, started: true };
		const done = await isComplete(call.api, handle, about);
		const json = { entity, action, status: done ? 'completed' : 'running', statusHandle: handle };
		return [{ json, pairedItem: { item: call.itemIndex } }];
	},
};

function readHandle(call: OperationCall): string {
	const entered = call.parameters.read('statusHandle', 'Status Handle', z.coerce.string()).trim();
	const handle = isStatusHandle(entered) ? entered : statusHandle(entered);
	if (handle !== undefined) return handle;
	throw new RecordFault(
		'Status Handle',
		`holds "${entered}", which is not the handle of an action. Take it from the output of Invoke`,
	);
}
