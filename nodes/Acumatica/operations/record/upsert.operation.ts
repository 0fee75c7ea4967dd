import type { Operation } from '../operation';
import { creationOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, simplifyProperty } from '../../parameters/properties';
import { recordProperties } from '../../parameters/record';
import { readEntity } from '../recordTarget';
import { matchRecord, tellingField } from './matching';
import { readRecord } from './recordInput';
import { inTurn } from './turns';
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
		const write = async () => {
			const match = await matchRecord(call, target, record, matchBy, place);
			if (match.lookUp === 'notNeeded') return await writeRecord(call, target, record, 'upsert');
			return match.lookUp === 'found'
				? await writeRecord(call, target, match.record, 'update')
				: await writeRecord(call, target, record, 'create', tellingField(match.fields));
		};
		if (matchBy.length === 0) return await write();
		const values = matchBy.map((name) => record[name.split('.')[0] ?? name]);
		return await inTurn(JSON.stringify([target.path, target.entity, matchBy, values]), write);
	},
};
