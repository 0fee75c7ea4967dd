import { writeRecord, type WriteMode } from '../../../nodes/Acumatica/operations/record/write';
import { operationCall, targetOf } from '../../support/operationCall.ts';

const target = targetOf('SalesOrder');
const order = { OrderType: { value: 'SO' }, CustomerOrder: { value: 'WEB-1' } };

const write = async (
	mode: WriteMode,
	options: object,
	bodies: readonly unknown[],
	record: Record<string, unknown> = order,
) => {
	const call = operationCall({ options }, bodies);
	const items = await writeRecord(call, target, record, mode);
	return { items, asked: call.asked };
};

test.each([
	['create', { 'If-None-Match': '*' }, 'create'],
	['update', { 'If-Match': '*' }, 'update'],
	['upsert', {}, 'create or update'],
] as const)('%s is a PUT with the headers %p', async (mode, headers, doing) => {
	const { asked, items } = await write(mode, {}, [{ id: 'x', OrderNbr: { value: '1' } }]);
	expect(asked).toMatchObject([
		{
			request: {
				method: 'PUT',
				path: 'entity/Default/24.200.001/SalesOrder',
				headers,
				body: JSON.stringify(order),
				expect: 'json',
			},
			about: { doing, entity: 'SalesOrder', record: '', writes: true },
		},
	]);
	expect(Object.keys(asked[0]?.request.headers ?? {})).toEqual(Object.keys(headers));
	expect(items).toEqual([{ json: { id: 'x', OrderNbr: '1' }, pairedItem: { item: 3 } }]);
});

describe('with a check before the first attempt', () => {
	const options = { duplicateCheckField: 'CustomerOrder', checkBeforeFirstAttempt: true };
	const lookUp = {
		method: 'GET',
		path: 'entity/Default/24.200.001/SalesOrder',
		query: { $filter: "CustomerOrder eq 'WEB-1'", $select: 'OrderNbr', $top: '1' },
		headers: { 'PX-CbApiBranch': 'PRODRETAIL' },
	};

	test('a record that is there is returned, and nothing is written', async () => {
		const { asked, items } = await write(
			'create',
			{ ...options, select: 'OrderNbr', branch: 'PRODRETAIL' },
			[[{ id: 'x', OrderNbr: { value: '7' } }]],
		);
		expect(asked).toMatchObject([{ request: lookUp, about: { doing: 'look for' } }]);
		expect(items).toEqual([{ json: { id: 'x', OrderNbr: '7' }, pairedItem: { item: 3 } }]);
	});

	test('a record that is not there is written', async () => {
		const { asked, items } = await write('create', options, [[], { id: 'new' }]);
		expect(asked.map(({ request }) => request.method)).toEqual(['GET', 'PUT']);
		expect(items).toMatchObject([{ json: { id: 'new' } }]);
	});

	test('an answer that is no list stops it', async () => {
		await expect(write('create', options, [{ a: 1 }])).rejects.toThrow(
			'Could not look for SalesOrder: the answer holds no data where a list of records was due',
		);
	});
});

test.each([{}, { CustomerOrder: { value: '' } }, { CustomerOrder: { value: null } }])(
	'a record with %p instead of the duplicate check field is not written',
	async (record) => {
		const written = write('create', { duplicateCheckField: 'CustomerOrder' }, [], record);
		await expect(written).rejects.toMatchObject({
			message: 'The record has no "CustomerOrder", which is the Duplicate Check Field',
			description: 'Put a value into that field that no other record has, or clear the option.',
			context: { itemIndex: 3 },
		});
	},
);

test('a check without a field to look for is refused, not skipped', async () => {
	await expect(write('create', { checkBeforeFirstAttempt: true }, [])).rejects.toMatchObject({
		message: 'Check Before First Attempt is on, but there is no Duplicate Check Field to look for',
		description: 'Add the option Duplicate Check Field, or switch the check off.',
	});
});
