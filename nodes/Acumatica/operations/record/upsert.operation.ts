import { withoutIds } from '../../contract/withoutIds';
import type { Operation } from '../operation';
import { creationOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, simplifyProperty } from '../../parameters/properties';
import { recordProperties } from '../../parameters/record';
import { readEntity } from '../recordTarget';
import { requireAbsence } from './absence';
import { fieldsToMatch, tellingField } from './matchFields';
import { matchRecord } from './matching';
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
		const fields = fieldsToMatch(call, record, matchBy, place);
		const write = async () => {
			const match = await matchRecord(call, target, record, fields);
			if (match.lookUp === 'notNeeded') return await writeRecord(call, target, record, 'upsert');
			if (match.lookUp === 'found') return await writeRecord(call, target, match.record, 'update');
			await requireAbsence(call, target, fields);
			return await writeRecord(call, target, withoutIds(record), 'create', tellingField(fields));
		};
		if (fields.length === 0) return await write();
		// As the ERP compares them: without regard to capitals.
		const values = fields.map(({ name, value }) => [name, String(value).trim().toLowerCase()]);
		return await inTurn(JSON.stringify([target.path, target.entity, values]), write);
	},
};
