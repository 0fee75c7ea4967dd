import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FileBody, FileStream } from '../transport/request';

/** A file of the incoming item, to be sent. */
export interface BinaryFile extends FileBody {
	/** Empty where the item does not tell. */
	readonly fileName: string;
	readonly mimeType: string;
}

/** The files of one item, wherever n8n keeps them: in memory, or outside of it. */
export interface BinaryAccess {
	/** @throws NodeOperationError when the item has no file under that name */
	readBinary(property: string): Promise<BinaryFile>;
	/** @throws what the connection came to while the file was stored */
	writeBinary(
		file: FileStream,
		fileName: string,
		mimeType: string,
	): Promise<{ readonly data: IBinaryData; readonly size: number }>;
}

/** Bytes read at once from a file that is kept outside of memory. */
const chunkSize = 64 * 1024;

export function binaryAccess(
	{ helpers }: Pick<IExecuteFunctions, 'helpers'>,
	itemIndex: number,
): BinaryAccess {
	return {
		async readBinary(property) {
			const { id, fileName = '', mimeType } = helpers.assertBinaryData(itemIndex, property);
			if (id !== undefined) {
				const { fileSize } = await helpers.getBinaryMetadata(id);
				const open = async () => await helpers.getBinaryStream(id, chunkSize);
				return { fileName, mimeType, size: fileSize, open };
			}
			const buffer = await helpers.getBinaryDataBuffer(itemIndex, property);
			return { fileName, mimeType, size: buffer.length, open: async () => buffer };
		},
		async writeBinary(file, fileName, mimeType) {
			const data = await helpers.prepareBinaryData(file, fileName, mimeType);
			const size = data.bytes ?? Buffer.byteLength(data.data, 'base64');
			return { data, size };
		},
	};
}
