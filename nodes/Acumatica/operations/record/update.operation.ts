import { NodeOperationError } from 'n8n-workflow';

import type { WireRecord } from '../../contract/scalar';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import {
	entityProperty,
	recordJsonProperties,
	recordKeyProperty,
	simplifyProperty,
} from '../../parameters/properties';
import { certainKeyFields, readEntity, type EntityTarget } from '../recordTarget';
import { addressed, keyWithin } from './addressing';
import { readRecord } from './recordInput';
import { writeRecord } from './write';

export const update: Operation = {
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a record',
		description: 'Change fields of a record; fails where there is none with its key',
	},
	properties: [
		entityProperty,
		{
			...recordKeyProperty,
			required: false,
			description:
				'The record to change, by its key fields or its ID. Leave empty when the record below holds them.',
		},
		...recordJsonProperties,
		simplifyProperty,
		optionsProperty(
			'branch',
			'businessDate',
			'custom',
			'expand',
			'onlyIfUnchangedSince',
			'select',
			...commonOptions,
		),
	],
	async execute(call) {
		const target = await readEntity(call);
		const record = await addressed(call, target, await readRecord(call, target));
		requireKey(call, target, record);
		return await writeRecord(call, target, record, 'update');
	},
};

/** Without a key the ERP would look for a record with default keys, and say something else. */
function requireKey(call: OperationCall, target: EntityTarget, record: WireRecord): void {
	const names = certainKeyFields(target);
	if (names.length === 0 || keyWithin(record, names) !== undefined) return;
	throw new NodeOperationError(call.node, `No key tells which ${target.entity} to update`, {
		itemIndex: call.itemIndex,
		description: `Fill in the parameter Record, or put ${names.join(' and ')} (or id) into the record.`,
	});
}
