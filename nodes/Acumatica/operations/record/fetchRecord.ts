import { queryParameters, type RecordQuery } from '../../contract/query';
import { keyLabel, recordPath, type RecordKey } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { Api } from '../../transport/rejection';
import type { OperationCall } from '../operation';
import { readByTheErp } from '../../parameters/query';
import { readRecordOptions } from '../recordOptions';
import type { EntityTarget } from '../recordTarget';
import { requireRecord } from './answer';

/**
 * Reads one record by its key, from the branch that the options name.
 *
 * @param query what to return of it; by default all of the record itself
 * @param api by default the call's own; another to answer from memory
 * @throws NodeApiError when there is none, or the answer holds something else
 */
export async function fetchRecord(
	call: OperationCall,
	target: EntityTarget,
	key: RecordKey,
	query: RecordQuery = {},
	api: Api = call.api,
): Promise<WireRecord> {
	const about = target.about('read', { record: keyLabel(key), reads: readByTheErp(query) });
	const { body } = await api(
		{
			method: 'GET',
			path: `${target.path}/${recordPath(target.entity, key)}`,
			query: queryParameters(query),
			headers: readRecordOptions(call).headers,
			expect: 'json',
			replay: 'safe',
		},
		about,
	);
	return requireRecord(call, body, about);
}
