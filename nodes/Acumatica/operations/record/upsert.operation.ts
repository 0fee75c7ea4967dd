import type { Operation } from '../operation';
import { creationOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, simplifyProperty } from '../../parameters/properties';
import { recordProperties } from '../../parameters/record';
import { readEntity } from '../recordTarget';
import { matchRecord } from './matching';
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
				'The record is found by the key fields or the ID in it, or by the fields to match on. Without any, documents with automatic numbers are created anew each time.',
			name: 'upsertNotice',
			type: 'notice',
			default: '',
		},
		...recordProperties('upsert'),
		simplifyProperty,
		optionsProperty('onlyIfUnchangedSince', ...creationOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const { record, matchBy = [], place } = await readRecord(call, target);
		const matched = await matchRecord(call, target, record, matchBy, place);
		if (matched.lookUp === 'notNeeded') {
			return await writeRecord(call, target, record, 'upsert');
		}
		const [field = '', another] = matchBy.map((name) => name.replace(/\./g, '/'));
		return matched.lookUp === 'found'
			? await writeRecord(call, target, matched.record, 'update')
			: await writeRecord(call, target, record, 'create', another === undefined ? field : '');
	},
};
