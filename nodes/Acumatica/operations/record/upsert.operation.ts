import type { Operation } from '../operation';
import { creationOptions, optionsProperty } from '../../parameters/options';
import {
	entityProperty,
	recordJsonProperties,
	simplifyProperty,
} from '../../parameters/properties';
import { readEntity } from '../recordTarget';
import { readRecord } from './recordInput';
import { writeRecord } from './write';

export const upsert: Operation = {
	option: {
		name: 'Create or Update',
		value: 'upsert',
		action: 'Create or update a record',
		description: 'Create a new record, or update the current one if it already exists (upsert)',
	},
	properties: [
		entityProperty,
		{
			displayName:
				'The record is found by the key fields or the ID in it. Without them, documents with automatic numbers are created anew each time.',
			name: 'upsertNotice',
			type: 'notice',
			default: '',
		},
		...recordJsonProperties,
		simplifyProperty,
		optionsProperty('onlyIfUnchangedSince', ...creationOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		return await writeRecord(call, target, await readRecord(call, target), 'upsert');
	},
};
