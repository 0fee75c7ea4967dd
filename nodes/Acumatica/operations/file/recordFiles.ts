import { attachedFiles, rowFiles, type AttachedFile } from '../../contract/attachedFile';
import { queryParameters } from '../../contract/query';
import { keyLabel, recordPath, type RecordKey } from '../../contract/recordKey';
import type { WireRecord } from '../../contract/scalar';
import type { ApiRequest } from '../../transport/request';
import type { OperationCall } from '../operation';
import { requireRecord } from '../record/answer';
import { readRecordOptions } from '../recordOptions';
import type { EntityTarget } from '../recordTarget';
import { readDetailFiles, readFileNamePattern } from './parameters';

/** The request for a record with the files of it and of the rows of some details. */
export function filesRequest(
	call: OperationCall,
	target: EntityTarget,
	key: RecordKey,
	details: readonly string[],
): ApiRequest {
	return {
		method: 'GET',
		path: `${target.path}/${recordPath(target.entity, key)}`,
		query: queryParameters({ expand: ['files', ...details.map((detail) => `${detail}/files`)] }),
		headers: readRecordOptions(call).headers,
		expect: 'json',
		replay: 'safe',
	};
}

/** Reads a record with the files of it and of the rows of some details. */
export async function readWithFiles(
	call: OperationCall,
	target: EntityTarget,
	key: RecordKey,
	details: readonly string[] = [],
): Promise<WireRecord> {
	const about = target.about('read the files of', {
		record: keyLabel(key),
		reads: details.length > 0 ? ['Files of Details'] : [],
	});
	const { body } = await call.api(filesRequest(call, target, key, details), about);
	return requireRecord(call, body, about);
}

/** The files of a record that the parameters ask for, in the order in which the ERP lists them. */
export async function readWantedFiles(
	call: OperationCall,
	target: EntityTarget,
	key: RecordKey,
): Promise<AttachedFile[]> {
	const details = readDetailFiles(call);
	const isWanted = readFileNamePattern(call);
	const record = await readWithFiles(call, target, key, details);
	const files = [
		...attachedFiles(record),
		...details.flatMap((detail) => rowFiles(record, detail)),
	];
	return files.filter(({ fileName }) => isWanted(fileName));
}
