import { fileNameOf } from './fileName';
import { encodeSegment } from './recordKey';
import { isRecord, type WireRecord } from './scalar';

/** A file of a record or of one of its detail rows, as the record lists it. */
export interface AttachedFile {
	readonly id: string;
	/** Without the form and the key that Acumatica puts in front. */
	readonly fileName: string;
	readonly comment: string | null;
	/** Name of the detail and ID of the row, where the file is one of a row. */
	readonly detail?: string;
	readonly detailId?: string;
}

/** The files of a record or row that was read with `$expand=files`; entries without an ID are none. */
export function attachedFiles(holder: WireRecord): AttachedFile[] {
	const { files } = holder;
	if (!Array.isArray(files)) return [];
	return files.filter(isRecord).flatMap(({ id, filename, comment }) =>
		typeof id !== 'string' || id === ''
			? []
			: [
					{
						id,
						fileName: fileNameOf(textOf(filename)) || id,
						comment: textOf(comment) || null,
					},
				],
	);
}

/** The files of all rows of a detail that was read with `$expand=<detail>,<detail>/files`. */
export function rowFiles(record: WireRecord, detail: string): AttachedFile[] {
	return rowsOf(record, detail).flatMap((row) =>
		attachedFiles(row).map((file) => ({ ...file, detail, detailId: textOf(row.id) })),
	);
}

export function rowsOf(record: WireRecord, detail: string): WireRecord[] {
	const rows = Object.hasOwn(record, detail) ? record[detail] : undefined;
	return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

/** Bare in the documentation's samples; other fields of the contract are wrapped. */
function textOf(value: unknown): string {
	const bare = isRecord(value) ? value.value : value;
	return typeof bare === 'string' ? bare : '';
}

/**
 * Path below the instance to put a file to, out of the link `files:put` of a record or row:
 * `/Site/entity/Default/24.200.001/files/<graph>/<view>/<id>/{filename}`. Of the link, only what stands
 * below the endpoint is used: the request goes to no other place, whatever the link says. Undefined
 * where there is no such link.
 *
 * @param endpointPath path of the endpoint below the instance
 */
export function uploadPath(
	holder: WireRecord,
	endpointPath: string,
	fileName: string,
): string | undefined {
	const links = holder._links;
	const link = isRecord(links) ? links['files:put'] : undefined;
	if (typeof link !== 'string') return undefined;
	const start = link.toLowerCase().indexOf(`/${endpointPath}/files/`.toLowerCase());
	const below = start < 0 ? '' : link.slice(start + `/${endpointPath}/`.length);
	// Nothing that would lead elsewhere: no empty or dotted segment, no query.
	const isPlain = /^files(?:\/(?!\.{1,2}\/)[^/?#\\\s{}]+)+\/\{filename\}$/i.test(below);
	return isPlain
		? `${endpointPath}/${below.slice(0, -'{filename}'.length)}${encodeSegment(fileName)}`
		: undefined;
}
