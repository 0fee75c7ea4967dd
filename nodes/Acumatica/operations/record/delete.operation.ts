import { keyLabel, recordPath } from '../../contract/recordKey';
import type { ApiRequest, ReplayGuard } from '../../transport/request';
import type { Operation } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty } from '../../parameters/properties';
import { readRecordOptions } from '../recordOptions';
import { readEntity, requireRecordKey } from '../recordTarget';
import { isMissing } from './missing';
import { readUnchangedSince, requireUnchanged } from './unchanged';

export const deleteRecord: Operation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a record',
		description: 'Delete one record by its key fields or its ID',
	},
	properties: [
		entityProperty,
		recordKeyProperty,
		optionsProperty('branch', 'businessDate', 'onlyIfUnchangedSince', ...commonOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const key = requireRecordKey(call, target);
		const { headers, onlyIfUnchangedSince } = readRecordOptions(call);
		const since = readUnchangedSince(onlyIfUnchangedSince);
		if (since !== undefined) await requireUnchanged(call, target, key, since);
		const record = keyLabel(key);
		const path = `${target.path}/${recordPath(target.entity, key)}`;
		await call.api(
			{ method: 'DELETE', path, headers, expect: 'nothing', replay: goneAlready(path, headers) },
			target.about('delete', { record, writes: true }),
		);
		return [
			{
				json: { deleted: true, entity: target.entity, record },
				pairedItem: { item: call.itemIndex },
			},
		];
	},
};

/** When the answer to a delete was lost, a record that is gone is what was wanted. */
function goneAlready(path: string, headers: ApiRequest['headers']): ReplayGuard {
	const request: ApiRequest = { method: 'GET', path, headers, expect: 'json', replay: 'safe' };
	return async (send) => {
		const exchange = await send(request);
		if (exchange.kind === 'failure') return exchange;
		return isMissing(exchange) ? { ...exchange, status: 204, text: '' } : undefined;
	};
}
