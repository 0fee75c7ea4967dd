import type { Resource } from '../operation';
import { attach } from './attach.operation';
import { download } from './download.operation';
import { getAll } from './getAll.operation';

export const file: Resource = {
	option: {
		name: 'File',
		value: 'file',
		description: 'A file attached to a record: the PDF of an invoice, the picture of an item',
	},
	operations: { attach, download, getAll },
};
