import { queryParameters } from '../../contract/query';
import { keyLabel, recordPath } from '../../contract/recordKey';
import type { Operation } from '../operation';
import { recordOutput } from '../output';
import { commonOptions, optionsProperty } from '../options';
import { entityProperty, recordKeyProperty, simplifyProperty } from '../parameters';
import { readByTheErp, readRecordOptions } from '../recordOptions';
import { readEntity, requireRecordKey } from '../recordTarget';
import { requireRecord } from './answer';

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
		const { query, headers, cacheSeconds } = readRecordOptions(call);
		const about = target.about('read', { record: keyLabel(key), reads: readByTheErp(query) });
		const { body } = await call.remembering(cacheSeconds)(
			{
				method: 'GET',
				path: `${target.path}/${recordPath(target.entity, key)}`,
				query: queryParameters(query),
				headers,
				expect: 'json',
				replay: 'safe',
			},
			about,
		);
		return [recordOutput(call)(requireRecord(call, body, about))];
	},
};
