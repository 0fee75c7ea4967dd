/** Of the kinds of files that people attach; any other is a sequence of bytes. */
const byExtension: Readonly<Record<string, string>> = {
	'7z': 'application/x-7z-compressed',
	bmp: 'image/bmp',
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	dwg: 'image/vnd.dwg',
	dxf: 'image/vnd.dxf',
	eml: 'message/rfc822',
	gif: 'image/gif',
	gz: 'application/gzip',
	heic: 'image/heic',
	htm: 'text/html',
	html: 'text/html',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	json: 'application/json',
	md: 'text/markdown',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	msg: 'application/vnd.ms-outlook',
	odp: 'application/vnd.oasis.opendocument.presentation',
	ods: 'application/vnd.oasis.opendocument.spreadsheet',
	odt: 'application/vnd.oasis.opendocument.text',
	pdf: 'application/pdf',
	png: 'image/png',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	rtf: 'application/rtf',
	svg: 'image/svg+xml',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	tsv: 'text/tab-separated-values',
	txt: 'text/plain',
	wav: 'audio/wav',
	webp: 'image/webp',
	xls: 'application/vnd.ms-excel',
	xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	xml: 'application/xml',
	zip: 'application/zip',
};

export const unknownMimeType = 'application/octet-stream';

/** The MIME type that the ending of a file's name stands for. */
export function mimeTypeOf(fileName: string): string {
	const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(byExtension, extension)
		? (byExtension[extension] ?? unknownMimeType)
		: unknownMimeType;
}

/** The MIME type as a header can carry it; a sequence of bytes where it is none. */
export function sendableMimeType(type: string): string {
	const trimmed = type.trim();
	return /^[\w.+-]+\/[\w.+-]+(?:\s*;\s*[\w-]+=[\w."+-]+)*$/.test(trimmed)
		? trimmed
		: unknownMimeType;
}
