import { DateTime } from 'luxon';

import {
	readUnchangedSince,
	requireUnchanged,
} from '../../../nodes/Acumatica/operations/record/unchanged';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import { runAcumatica } from '../../support/acumaticaRun.ts';
import { operationCall, targetOf } from '../../support/operationCall.ts';

describe('readUnchangedSince', () => {
	test.each([
		['as the ERP returns it', '2026-01-31T10:30:00.12+03:00'],
		['in UTC', '2026-01-31T07:30:00.12Z'],
		["one of n8n's", DateTime.fromISO('2026-01-31T10:30:00.12+03:00', { setZone: true })],
		['a plain date object', new Date('2026-01-31T07:30:00.120Z')],
	])('takes a time %s', (_case, value) => {
		expect(readUnchangedSince(value)?.toMillis()).toBe(Date.UTC(2026, 0, 31, 7, 30, 0, 120));
	});

	test.each(['yesterday', '2026-01-31T10:30:00', '2026-13-01T00:00:00Z'])('refuses %s', (value) => {
		expect(() => readUnchangedSince(value)).toThrow('Only If Unchanged Since');
	});

	test.each(['', null, undefined])('takes %p for nothing', (value) => {
		expect(readUnchangedSince(value)).toBeUndefined();
	});
});

describe('the option Only If Unchanged Since', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());

	const run = async (operation: string, parameters: object, item = {}) =>
		await runAcumatica({
			sandbox,
			operation,
			parameters: { entity: 'Customer', ...parameters },
			items: [item],
		});

	const modifiedAt = async (recordKey: string): Promise<unknown> =>
		(await run('get', { recordKey })).json[0]?.LastModifiedDateTime;

	const since = (onlyIfUnchangedSince: unknown) => ({ options: { onlyIfUnchangedSince } });

	test('writes while nobody has changed the record', async () => {
		const time = await modifiedAt('C000003');
		const written = await run(
			'update',
			{ recordKey: 'C000003', ...since(time) },
			{ CustomerName: 'First' },
		);
		expect(written.json[0]?.CustomerName).toBe('First');
	});

	test.each(['update', 'upsert', 'delete'])(
		'%s: leaves a record alone that was changed since',
		async (operation) => {
			const time = await modifiedAt('C000004');
			sandbox.clock.advance(1_000);
			await run(
				'update',
				{ recordKey: 'C000004' },
				{ CustomerName: `Changed by another before ${operation}` },
			);
			const writes = sandbox.ledger.writes.length;
			const refused = await run(
				operation,
				{ recordKey: 'C000004', ...since(time) },
				{ CustomerID: 'C000004', CustomerName: 'Mine' },
			);
			expect(refused.error?.message).toMatch(
				/^Customer "C000004" was changed at .*: it was left as it is$/,
			);
			expect(sandbox.ledger.writes).toHaveLength(writes);
		},
	);

	test('an upsert of a record that does not exist yet goes on', async () => {
		const created = await run('upsert', since('2026-01-31T10:30:00Z'), {
			CustomerID: 'NEWCUST',
			CustomerName: 'New',
		});
		expect(created.json[0]?.CustomerName).toBe('New');
	});

	test('takes no field for the modification time that holds none', async () => {
		const call = operationCall({ options: {} }, [
			{ LastModifiedDate: { value: '12/14/2023 19:57:21' } },
		]);
		const since = DateTime.fromISO('2026-01-31T10:30:00Z');
		await expect(requireUnchanged(call, targetOf('Case'), { id: 'x' }, since)).rejects.toThrow(
			'has no modification time to compare',
		);
	});

	test('says so where the entity has no modification time', async () => {
		const refused = await runAcumatica({
			sandbox,
			operation: 'update',
			parameters: {
				entity: 'ShipVia',
				recordKey: sandbox.records.all('ShipVia')[0]?.id ?? '',
				...since('2026-01-31T10:30:00Z'),
			},
			items: [{ Description: 'x' }],
		});
		expect(refused.error?.message).toContain('has no modification time to compare');
	});
});
