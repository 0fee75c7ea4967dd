import type { Operation } from '../operation';
import { creationOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, simplifyProperty } from '../../parameters/properties';
import { recordProperties } from '../../parameters/record';
import { readEntity } from '../recordTarget';
import { readRecord } from './recordInput';
import { writeRecord } from './write';

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a record',
		description: 'Create a record; fails where one with its key exists',
	},
	properties: [
		entityProperty,
		...recordProperties('add'),
		simplifyProperty,
		optionsProperty(...creationOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const { record } = await readRecord(call, target, true);
		return await writeRecord(call, target, record, 'create');
	},
};
