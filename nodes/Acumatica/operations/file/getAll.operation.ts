import { keyLabel } from '../../contract/recordKey';
import type { Operation } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty } from '../../parameters/properties';
import { readEntity, requireRecordKey } from '../recordTarget';
import { fileNamePatternProperty } from './parameters';
import { readWantedFiles } from './recordFiles';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many files',
		description: 'List the files of a record, without their contents',
	},
	properties: [
		entityProperty,
		recordKeyProperty,
		fileNamePatternProperty,
		optionsProperty('branch', 'detailFiles', ...commonOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const key = requireRecordKey(call, target);
		const files = await readWantedFiles(call, target, key);
		return files.map((file) => ({
			json: { ...file, entity: target.entity, record: keyLabel(key) },
			pairedItem: { item: call.itemIndex },
		}));
	},
};
