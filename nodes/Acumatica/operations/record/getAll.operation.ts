import type { INodeExecutionData } from 'n8n-workflow';

import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import { pages } from '../../transport/pages';
import type { Operation, OperationCall } from '../operation';
import { recordOutput } from '../output';
import { filterProperties, readFilter } from '../../parameters/filter';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { wholeNumber, yesOrNo } from '../../parameters/parameterReader';
import { entityProperty, simplifyProperty } from '../../parameters/properties';
import { readByTheErp } from '../../parameters/query';
import { readRecordOptions } from '../recordOptions';
import { readEntity } from '../recordTarget';
import { requireRecords } from './answer';

export const getAll: Operation = {
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many records',
		description: 'Read a list of records, all of them or those that match a filter',
	},
	properties: [
		entityProperty,
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			default: 50,
			typeOptions: { minValue: 1 },
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		},
		...filterProperties,
		simplifyProperty,
		optionsProperty(
			'branch',
			'cacheSeconds',
			'custom',
			'expand',
			'pageSize',
			'select',
			...commonOptions,
		),
	],
	async execute(call) {
		const target = await readEntity(call);
		const { query, headers, pageSize, cacheSeconds } = readRecordOptions(call);
		const { text: filter, label } = await readFilter(call.parameters, { ...call, ...target });
		const parameters = queryParameters({ ...query, filter });
		const about = target.about('read', { reads: readByTheErp({ ...query, filter }, label) });
		const ask = async (top: number, skip: number, afresh: boolean) => {
			const api = afresh ? call.api : call.remembering(cacheSeconds);
			const { body } = await api(
				{
					method: 'GET',
					path: `${target.path}/${recordPath(target.entity)}`,
					query: {
						...parameters,
						$top: String(top),
						...(skip > 0 && { $skip: String(skip) }),
					},
					headers,
					expect: 'json',
					replay: 'safe',
				},
				about,
			);
			return requireRecords(call, body, about);
		};
		const output = recordOutput(call);
		const items: INodeExecutionData[] = [];
		for await (const page of pages(ask, { pageSize, ...readLimit(call) })) {
			for (const record of page) items.push(output(record));
		}
		return items;
	},
};

function readLimit(call: OperationCall): { limit?: number } {
	const returnAll = call.parameters.read('returnAll', 'Return All', yesOrNo(false));
	return returnAll ? {} : { limit: call.parameters.read('limit', 'Limit', wholeNumber) };
}
