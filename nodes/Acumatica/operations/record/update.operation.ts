import { NodeOperationError } from 'n8n-workflow';

import type { WireRecord } from '../../contract/scalar';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty, simplifyProperty } from '../../parameters/properties';
import { recordProperties } from '../../parameters/record';
import { certainKeyFields, readEntity, type EntityTarget } from '../recordTarget';
import { addressed, keyWithin } from './addressing';
import { fieldsToMatch } from './matchFields';
import { matchRecord, noMatch } from './matching';
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
		...recordProperties('update', {
			...recordKeyProperty,
			required: false,
			description:
				'The record to change, by its key fields or its ID. Leave empty when the record below holds them.',
		}),
		simplifyProperty,
		optionsProperty(
			'branch',
			'businessDate',
			'checkFieldLengths',
			'custom',
			'expand',
			'onlyIfUnchangedSince',
			'select',
			...commonOptions,
		),
	],
	async execute(call) {
		const target = await readEntity(call);
		const { record, matchBy, place } = await readRecord(call, target);
		if (matchBy === undefined) {
			return await writeUpdate(
				call,
				target,
				await addressed(call, target, record),
				'Fill in the parameter Record',
			);
		}
		const fields = fieldsToMatch(call, record, matchBy, place);
		const matched = await matchRecord(call, target, record, fields);
		if (matched.lookUp === 'none') throw noMatch(call, target, fields);
		return await writeUpdate(call, target, matched.record, 'Choose other Fields to Match On');
	},
};

async function writeUpdate(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	wayOut: string,
) {
	requireKey(call, target, record, wayOut);
	return await writeRecord(call, target, record, 'update');
}

/** Without a key the ERP would look for a record with default keys, and say something else. */
function requireKey(
	call: OperationCall,
	target: EntityTarget,
	record: WireRecord,
	wayOut: string,
): void {
	const names = certainKeyFields(target);
	if (names.length === 0 || keyWithin(record, names) !== undefined) return;
	throw new NodeOperationError(call.node, `No key tells which ${target.entity} to update`, {
		itemIndex: call.itemIndex,
		description: `${wayOut}, or put ${names.join(' and ')} (or id) into the record.`,
	});
}
