import type { Resource } from '../operation';
import { getStatus } from './getStatus.operation';
import { invoke } from './invoke.operation';

export const action: Resource = {
	option: {
		name: 'Action',
		value: 'action',
		description: 'An action of the ERP on a record: release, confirm, prepare',
	},
	operations: { invoke, getStatus },
};
