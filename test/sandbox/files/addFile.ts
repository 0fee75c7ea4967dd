import { formOf } from '../records/form.ts';
import type { FieldValue, SandboxRecord } from '../record.ts';
import type { RecordStore } from '../records/store.ts';
import { generatedContent, sha256Of } from './fileContent.ts';
import type { FileStore, KeptFile } from './fileStore.ts';

/** A file that is there without anybody having put it. */
export interface FileRequest {
	/** Name in Default. */
	readonly entity: string;
	readonly keys: readonly FieldValue[];
	/** A detail row instead of the record: its detail, and its place from 0. */
	readonly row?: { readonly detail: string; readonly index: number };
	readonly name: string;
	/** Its bytes are made when they are read, so that any size takes no room. */
	readonly size: number;
	readonly comment?: string;
	/** Files of one seed begin alike. Default 0. */
	readonly seed?: number;
}

interface Place {
	readonly files: FileStore;
	readonly records: RecordStore;
	readonly tenant: string;
	readonly now: number;
}

/**
 * Hangs a file on a record or a detail row.
 *
 * @throws Error when there is no such record or row
 */
export function addFile({ files, records, tenant, now }: Place, request: FileRequest): KeptFile {
	const { entity, keys, name, size, comment = null, seed = 0 } = request;
	const record = records.find(entity, keys);
	const row = rowOf(record, request.row);
	if (record === undefined || (request.row !== undefined && row === undefined)) {
		throw new Error(`There is no ${entity} ${keys.join('/')}, or not so many rows.`);
	}
	const folder = `${formOf(entity).title} (${keys.join(', ')})`;
	return files.add(
		{ tenant, entity, recordId: record.id, detailId: row?.id, folder },
		{
			name,
			comment,
			size,
			at: now,
			sha256: sha256Of(size, seed),
			content: generatedContent(size, seed),
		},
	);
}

function rowOf(
	record: SandboxRecord | undefined,
	row: FileRequest['row'],
): SandboxRecord | undefined {
	return row === undefined ? undefined : record?.details[row.detail]?.[row.index];
}
