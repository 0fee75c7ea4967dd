import { randomUUID } from 'node:crypto';
import type { FieldValue } from '../../sandbox/record.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { FaultedOperation } from './runCell.ts';

interface ActionOnRecord {
	readonly entity: string;
	readonly action: string;
	/** Key fields but the last one, which is the cell's reference. */
	readonly keys: readonly string[];
	/** Of the record, besides its keys. */
	readonly fields: (reference: string) => Record<string, FieldValue>;
}

export const actionOperations: readonly FaultedOperation[] = [
	{
		title: 'action invoke',
		kind: 'action',
		// The ERP would run this one as often as it is asked to.
		...onRecord({
			entity: 'SalesOrder',
			action: 'AutoRecalculateDiscounts',
			keys: ['SO'],
			fields: (reference) => ({ OrderType: 'SO', OrderNbr: reference, Status: 'Open' }),
		}),
	},
	{
		title: 'action invoke, asking for its end',
		kind: 'status',
		...onRecord({
			entity: 'Invoice',
			action: 'ReleaseInvoice',
			keys: ['Invoice'],
			fields: (reference) => ({ Type: 'Invoice', ReferenceNbr: reference, Status: 'Balanced' }),
		}),
	},
];

function onRecord({
	entity,
	action,
	keys,
	fields,
}: ActionOnRecord): Pick<FaultedOperation, 'prepare' | 'run' | 'timesDone' | 'isRight'> {
	const keyOf = (reference: string) => [...keys, reference].join('/');
	return {
		prepare: (sandbox, reference) => {
			sandbox.setLongActions({ 'Invoice/ReleaseInvoice': { takes: 0 } });
			const nothing = { note: null, linked: {}, details: {}, custom: {} };
			const record = { id: randomUUID(), fields: fields(reference), ...nothing };
			sandbox.records.set(entity).put(record);
		},
		run: (reference) => ({
			resource: 'action',
			operation: 'invoke',
			parameters: { entity, action, recordKey: keyOf(reference) },
		}),
		timesDone: (sandbox, reference) => timesRun(sandbox, action, reference),
		isRight: ({ json }, reference) =>
			json[0]?.status === 'completed' && json[0].record === keyOf(reference),
	};
}

function timesRun({ ledger }: Sandbox, action: string, reference: string): number {
	return ledger.actions
		.filter((one) => one.action === action && one.keys.includes(reference))
		.reduce((sum, { times }) => sum + times, 0);
}
