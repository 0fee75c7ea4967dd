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

export const create: Operation = {
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a record',
		description: 'Create a record; fails where one with its key exists',
	},
	properties: [
		entityProperty,
		...recordJsonProperties,
		simplifyProperty,
		optionsProperty(...creationOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		return await writeRecord(call, target, await readRecord(call, target), 'create');
	},
};
