import type { Operation } from '../operation';
import { recordOutput } from '../output';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty, simplifyProperty } from '../../parameters/properties';
import { readRecordOptions } from '../recordOptions';
import { readEntity, requireRecordKey } from '../recordTarget';
import { fetchRecord } from './fetchRecord';

export const get: Operation = {
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a record',
		description: 'Read one record by its key fields or its ID',
	},
	properties: [
		entityProperty,
		recordKeyProperty,
		simplifyProperty,
		optionsProperty('branch', 'cacheSeconds', 'custom', 'expand', 'select', ...commonOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const key = requireRecordKey(call, target);
		const { query, cacheSeconds } = readRecordOptions(call);
		const record = await fetchRecord(call, target, key, query, call.remembering(cacheSeconds));
		return [recordOutput(call)(record)];
	},
};
