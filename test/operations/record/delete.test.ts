import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';
import { onTheWire, proof, signIn, signOut } from '../../support/wire.ts';

jest.mock('../../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../../support/virtualTime.ts'),
);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const remove = async (parameters: object) =>
	await runAcumatica({
		sandbox,
		operation: 'delete',
		parameters: { entity: 'SalesOrder', ...parameters },
	});

const withStatus = (status: string) =>
	sandbox.records.all('SalesOrder').filter(({ fields }) => fields.Status === status);

const deletions = () => sandbox.ledger.writes.filter(({ kind }) => kind === 'delete');

test('is one DELETE of the record', async () => {
	const { sent, outcome } = await onTheWire({
		operation: 'delete',
		parameters: {
			entity: 'SalesOrder',
			recordKey: 'SO/000 1',
			options: { businessDate: '2026-01-31', branch: 'PRODWHOLE' },
		},
		answer: { status: 204 },
	});
	expect(sent).toEqual([
		signIn,
		{
			request: 'DELETE /Site/entity/Default/24.200.001/SalesOrder/SO/000%201',
			headers: {
				...proof,
				'px-cbapibusinessdate': '2026/01/31',
				'px-cbapibranch': 'PRODWHOLE',
			},
			body: '',
		},
		signOut,
	]);
	expect(outcome.outputs[0]).toEqual([
		{
			json: { deleted: true, entity: 'SalesOrder', record: 'SO/000 1' },
			pairedItem: { item: 0 },
		},
	]);
});

test('deletes by keys and by ID', async () => {
	const [first, second] = withStatus('Open');
	await remove({ recordKey: `SO/${String(first?.fields.OrderNbr)}` });
	await remove({ recordKey: { __rl: true, mode: 'id', value: second?.id } });
	expect(deletions().map(({ id }) => id)).toEqual([first?.id, second?.id]);
});

test('says that a record does not exist', async () => {
	const { error } = await remove({ recordKey: 'SO/999999' });
	expect(error).toMatchObject({
		message:
			'Could not delete SalesOrder "SO/999999": no such record exists, or the user may not see it',
		itemIndex: 0,
	});
});

test('passes on why the ERP refuses', async () => {
	const [completed] = withStatus('Completed');
	const { error } = await remove({ recordKey: `SO/${String(completed?.fields.OrderNbr)}` });
	expect(error?.message).toContain('The sales order is completed and cannot be deleted.');
	expect(deletions()).toEqual([]);
});

describe('when the answer gets lost', () => {
	beforeEach(async () => {
		await runAcumatica({
			sandbox,
			operation: 'create',
			parameters: { entity: 'Customer' },
			items: [{ CustomerID: 'GOING', CustomerName: 'Going' }],
		});
	});

	test('a record that is gone was deleted', async () => {
		sandbox.script({ match: { kind: 'delete' }, answer: { cut: 'afterExecution' } });
		const { error, json } = await remove({ entity: 'Customer', recordKey: 'GOING' });
		expect(error).toBeUndefined();
		expect(json).toEqual([{ deleted: true, entity: 'Customer', record: 'GOING' }]);
		expect(sandbox.ledger.countByKind.delete).toBe(1);
	});

	test('a record that is still there is deleted', async () => {
		sandbox.script({ match: { kind: 'delete' }, answer: { cut: 'beforeExecution' } });
		const { error } = await remove({ entity: 'Customer', recordKey: 'GOING' });
		expect(error).toBeUndefined();
		expect(deletions()).toHaveLength(1);
		expect(sandbox.ledger.countByKind.delete).toBe(2);
	});

	test('a gateway that times out counts as a lost answer', async () => {
		sandbox.script({ match: { kind: 'delete' }, answer: { status: 504, when: 'afterExecution' } });
		const { json } = await remove({ entity: 'Customer', recordKey: 'GOING' });
		expect(json).toMatchObject([{ deleted: true }]);
	});

	test('a refusal stays one, although nobody heard it the first time', async () => {
		sandbox.script({ match: { kind: 'delete' }, answer: { cut: 'afterExecution' } });
		const { error } = await remove({ entity: 'Customer', recordKey: 'C000001' });
		expect(error?.message).toContain('it is referenced in the Sales Order record');
	});
});
