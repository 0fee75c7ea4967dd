import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { attachedFiles, uploadPath } from '../../contract/attachedFile';
import { matchingRows, type DetailRow } from '../../contract/detailRow';
import { isSameFileName } from '../../contract/fileName';
import { sendableMimeType, unknownMimeType } from '../../contract/mimeType';
import { encodeSegment, keyLabel, recordPath, type RecordKey } from '../../contract/recordKey';
import { isRecord, type WireRecord } from '../../contract/scalar';
import type { ApiRequest, ReplayGuard } from '../../transport/request';
import type { BinaryFile } from '../binary';
import { toNodeError } from '../failedItem';
import type { OperationCall } from '../operation';
import { readRecordOptions } from '../recordOptions';
import type { EntityTarget } from '../recordTarget';
import { commentHeader } from './comment';
import { filesRequest, readWithFiles } from './recordFiles';

/** A file on its way to a record, or to one of its rows. */
export interface Upload {
	readonly target: EntityTarget;
	readonly key: RecordKey;
	readonly row: DetailRow | undefined;
	readonly file: BinaryFile;
	readonly fileName: string;
	readonly comment: string;
}

/**
 * Sends a file. The record is read first: it says where files of it, or of a row, are put, and which
 * ones there are; and a session that has died meanwhile is renewed before the file is on its way.
 */
export async function upload(call: OperationCall, sent: Upload): Promise<void> {
	const { target, key, row, file, fileName, comment } = sent;
	const details = row === undefined ? [] : [row.detail];
	const record = await readWithFiles(call, target, key, details);
	const holder = row === undefined ? record : requireRow(call, sent, matchingRows(record, row));
	const put = async (contentType: string) =>
		await call.api(
			{
				method: 'PUT',
				path: uploadPath(holder, target.path, fileName) ?? pathByKey(call, sent),
				headers: {
					...readRecordOptions(call).headers,
					...commentHeader(comment),
					'content-type': contentType,
				},
				body: file,
				expect: 'nothing',
				replay: replayOf(call, sent, holder),
			},
			target.about(`attach "${fileName}" to`, { record: keyLabel(key), writes: true }),
		);
	const mimeType = sendableMimeType(file.mimeType);
	try {
		await put(mimeType);
	} catch (error) {
		if (!isTypeRefused(error) || mimeType === unknownMimeType) {
			throw toNodeError(call.node, error, call.itemIndex);
		}
		// The only type that the ERP's documentation names.
		await put(unknownMimeType);
	}
}

function isTypeRefused(error: unknown): boolean {
	return error instanceof NodeApiError && error.httpCode === '415';
}

/** The older address, for an instance that returns no link. It leads to records only, not to rows. */
function pathByKey(call: OperationCall, { target, key, row, fileName }: Upload): string {
	if (row === undefined) {
		return `${target.path}/${recordPath(target.entity, key)}/files/${encodeSegment(fileName)}`;
	}
	throw new NodeOperationError(
		call.node,
		`${target.entity} does not say where files of its ${row.detail} are put`,
		{
			itemIndex: call.itemIndex,
			description: 'Its rows take no files, or the endpoint is of an older version.',
		},
	);
}

function requireRow(call: OperationCall, sent: Upload, rows: readonly WireRecord[]): WireRecord {
	const [row] = rows;
	if (row !== undefined && rows.length === 1) return row;
	const { detail = '', field = '', value = '' } = sent.row ?? {};
	throw new NodeOperationError(
		call.node,
		`${labelOf(sent)} has ${rows.length === 0 ? 'no row' : `${rows.length} rows`} in ${detail} with ${field} "${value}"`,
		{
			itemIndex: call.itemIndex,
			description:
				field === 'id'
					? 'IDs of rows may hold for one session only. Name a field of the row instead, for example Details/LineNbr=2.'
					: 'Check the name of the detail and of the field, which are case-sensitive, and the value.',
		},
	);
}

function labelOf({ target: { entity }, key }: Upload): string {
	return `${entity} "${keyLabel(key)}"`;
}

/**
 * When the answer to an upload was lost, the list of files tells: a new one of that name is the one that
 * was sent, and nothing new means that it did not arrive. A version of a file that was there before shows
 * nowhere, and something else that is new may be the file under a name that the ERP has changed.
 */
function replayOf(call: OperationCall, sent: Upload, before: WireRecord): ApiRequest['replay'] {
	const { target, key, row, fileName } = sent;
	const known = attachedFiles(before);
	if (known.some((file) => isSameFileName(file.fileName, fileName))) return 'unsafe';
	const ids = new Set(known.map(({ id }) => id));
	const request = filesRequest(call, target, key, row === undefined ? [] : [row.detail]);
	const guard: ReplayGuard = async (send) => {
		const exchange = await send(request);
		if (exchange.kind === 'failure' || exchange.status >= 300) return exchange;
		const record = isRecord(exchange.body) ? exchange.body : {};
		const holders = row === undefined ? [record] : matchingRows(record, row);
		const added = holders.flatMap(attachedFiles).filter(({ id }) => !ids.has(id));
		if (added.length === 0) return undefined;
		const arrived = added.some((file) => isSameFileName(file.fileName, fileName));
		// Not a success: nobody can tell.
		return { ...exchange, status: arrived ? 204 : 409, text: '', body: undefined };
	};
	return guard;
}
