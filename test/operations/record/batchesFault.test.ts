import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { largeDetails } from '../../../nodes/Acumatica/operations/record/batches';
import {
	interrupted,
	type Interrupted,
} from '../../../nodes/Acumatica/operations/record/batchesFault';
import { node, operationCall, targetOf } from '../../support/operationCall.ts';

const rows = (count: number) => Array.from({ length: count }, () => ({ A: { value: 1 } }));
const target = targetOf('SalesOrder');
const record = { Details: rows(1200), Taxes: rows(600) };
const large = largeDetails(record);
const [detail] = large;
if (detail === undefined) throw new Error('The record has a large detail');

const part = (more: Partial<Interrupted> = {}): Interrupted => ({
	write: {
		target,
		record,
		creates: true,
		headers: {},
		query: {},
		duplicateCheckField: 'CustomerOrder',
	},
	large,
	put: { method: 'PUT', path: '', expect: 'json', replay: 'unsafe' },
	about: target.about('create'),
	standing: {
		id: 'x',
		label: 'SO/7',
		written: new Map([
			['Details', 500],
			['Taxes', 500],
		]),
		rows: new Map([['Details', 500]]),
	},
	batch: { detail, from: 500, to: 1000 },
	canGoOn: true,
	...more,
});

const refused = (message: string, description = '', faultKind = 'validation') => {
	const error = new NodeApiError(node, {}, { message, description, httpCode: '422' });
	error.context.faultKind = faultKind;
	error.context.fields = [{ path: 'Details[503].A', message: 'wrong' }];
	return error;
};
const tell = (error: unknown, more?: Partial<Interrupted>) =>
	interrupted(operationCall({}), error, part(more));

const written =
	'500 of 1200 rows of Details and 500 of 600 rows of Taxes are written to SalesOrder "SO/7" (ID x).';
const goOn =
	'To go on, run the item again with Check Before First Attempt: the node finds the record by CustomerOrder and adds the rows that are missing.';

test('names the rows by their place, and keeps status, kind, fields and item', () => {
	const told = tell(refused('Could not: Details[503].A: wrong', 'Also: Details[504].A: wrong.'));
	expect(told).toMatchObject({
		message: 'Could not: Details[503].A: wrong',
		description: `Also: Details[504].A: wrong. ${written} ${goOn}`,
		httpCode: '422',
		context: {
			faultKind: 'validation',
			fields: [{ path: 'Details[503].A', message: 'wrong' }],
			itemIndex: 3,
		},
	});
	const counted = tell(refused('Details[3].A: wrong', 'Also: Details[4].A: wrong.'));
	expect(counted.message).toBe('Details[503].A: wrong');
	expect(counted.description).toContain('Also: Details[504].A: wrong.');
});

test('does not say of a batch in doubt that it is missing', () => {
	expect(tell(refused('Could not', '', 'cut')).description).toBe(
		`${written} Of the rows 501 to 1000, nobody knows. ${goOn}`,
	);
});

test('says how to go on by hand where the item cannot be run again', () => {
	expect(tell(refused('Could not'), { canGoOn: false }).description).toBe(
		`${written} To go on, look at the record in Acumatica, and add the rows from 501 of Details on with Update. Do not run the item as it is: that would write the first rows again.`,
	);
});

test('says that nothing is missing where only the reading at the end failed', () => {
	const done = new Map([
		['Details', 1200],
		['Taxes', 600],
	]);
	const { write, put, about, standing } = part();
	const finished = { write, put, about, large, canGoOn: true };
	const told = interrupted(operationCall({}), refused('Could not read Details[3]', '', 'cut'), {
		...finished,
		standing: { ...standing, written: done },
	});
	expect(told.message).toBe('Could not read Details[3]');
	expect(told.description).toBe(
		'1200 of 1200 rows of Details and 600 of 600 rows of Taxes are written to SalesOrder "SO/7" (ID x). Nothing is missing: read the record with Get.',
	);
});

test('a canceled execution stays one', () => {
	const cancelled = new NodeOperationError(node, 'Could not: the execution was canceled');
	const told = tell(cancelled);
	expect(told).toBeInstanceOf(NodeOperationError);
	expect(told.message).toBe('Could not: the execution was canceled');
	expect(told.description).toBe(`${written} ${goOn}`);
	expect(told.context.fields).toEqual([]);
});
