import type { Resource } from '../operation';
import { create } from './create.operation';
import { deleteRecord } from './delete.operation';
import { get } from './get.operation';
import { getAll } from './getAll.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const record: Resource = {
	option: {
		name: 'Record',
		value: 'record',
		description: 'A record of any entity: a sales order, a customer, a stock item',
	},
	operations: { create, get, getAll, update, upsert, delete: deleteRecord },
};
