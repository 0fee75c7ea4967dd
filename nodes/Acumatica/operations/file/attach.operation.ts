import { parseDetailRow, type DetailRow } from '../../contract/detailRow';
import { fileNameOf } from '../../contract/fileName';
import { keyLabel } from '../../contract/recordKey';
import { RecordFault } from '../../contract/recordFault';
import type { Operation, OperationCall } from '../operation';
import { commonOptions, optionsProperty } from '../../parameters/options';
import { entityProperty, recordKeyProperty } from '../../parameters/properties';
import { readEntity, requireRecordKey } from '../recordTarget';
import { readComment } from './comment';
import {
	fileNameProperty,
	inputFieldProperty,
	readBinaryField,
	readFileName,
	readText,
} from './parameters';
import { upload } from './upload';

export const attach: Operation = {
	option: {
		name: 'Attach',
		value: 'attach',
		action: 'Attach a file',
		description: 'Attach a file to a record, or to one of its detail rows',
	},
	properties: [
		entityProperty,
		recordKeyProperty,
		inputFieldProperty,
		{
			...fileNameProperty,
			description:
				'Name that the file gets in Acumatica. By default its own. A name that is there already gets a new version.',
		},
		{
			displayName: 'Comment',
			name: 'comment',
			type: 'string',
			default: '',
			description: 'Comment on this version of the file, at most 500 characters',
		},
		{
			displayName: 'Detail Row ID',
			name: 'detailId',
			type: 'string',
			default: '',
			placeholder: 'e.g. Details/LineNbr=2',
			description:
				'Row to attach the file to instead of the record: the ID of a row of Details, or a detail with an ID or a field of the row, such as Transactions/LineNbr=2. IDs of rows may hold for one session only; fields always do.',
		},
		optionsProperty('branch', ...commonOptions),
	],
	async execute(call) {
		const target = await readEntity(call);
		const key = requireRecordKey(call, target);
		const comment = readComment(call);
		const row = readDetailRow(call);
		const file = await call.readBinary(readBinaryField(call, inputFieldProperty));
		const fileName = readFileName(call) || requireOwnName(file.fileName);
		await upload(call, { target, key, row, file, fileName, comment });
		return [
			{
				json: {
					attached: true,
					entity: target.entity,
					record: keyLabel(key),
					...(row !== undefined && { detailId: readText(call, 'detailId', 'Detail Row ID') }),
					fileName,
					size: file.size,
					...(comment !== '' && { comment }),
				},
				pairedItem: { item: call.itemIndex },
			},
		];
	},
};

function readDetailRow(call: OperationCall): DetailRow | undefined {
	const entered = readText(call, 'detailId', 'Detail Row ID');
	return entered.trim() === '' ? undefined : parseDetailRow(entered);
}

function requireOwnName(name: string): string {
	const own = fileNameOf(name);
	if (own !== '') return own;
	throw new RecordFault('File Name', 'is empty, and the file of the item has no name of its own');
}
