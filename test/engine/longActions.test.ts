import { randomUUID } from 'node:crypto';
import { startSandbox, type LongAction, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica, type AcumaticaRun } from '../support/acumaticaRun.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const statusOf = (number: string) =>
	sandbox.records.find('Invoice', ['Invoice', number])?.fields.Status;

/** Releases invoices that wait for it. */
async function release(
	long: LongAction,
	{ options = {}, numbers = ['L1'] }: { options?: object; numbers?: readonly string[] } = {},
	more: Partial<AcumaticaRun> = {},
) {
	sandbox.setLongActions({ 'Invoice/ReleaseInvoice': long });
	for (const number of numbers) {
		const fields = { Type: 'Invoice', ReferenceNbr: number, Status: 'Balanced', Amount: 10 };
		const nothing = { note: null, linked: {}, details: {}, custom: {} };
		sandbox.records.set('Invoice').put({ id: randomUUID(), fields, ...nothing });
	}
	return await runAcumatica({
		sandbox,
		resource: 'action',
		operation: 'invoke',
		parameters: {
			entity: 'Invoice',
			action: 'ReleaseInvoice',
			recordKey: '=Invoice/{{ $json.number }}',
			options,
		},
		items: numbers.map((number) => ({ number })),
		...more,
	});
}

test.each<[string, LongAction['location']]>([
	['below the origin', 'relative'],
	['as a whole address', 'absolute'],
	['with the segment of a browser window', 'window'],
	['at another host, which is not asked', { origin: 'http://elsewhere.invalid' }],
])(
	'an action is done when its effect is there, with the status address %s',
	async (_, location) => {
		const { json, error } = await release(
			{ takes: 50, ...(location !== undefined && { location }) },
			{ options: { returnRecord: true } },
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ ReferenceNbr: 'L1', Status: 'Open', Balance: 10 }]);
		expect(sandbox.ledger.actions).toMatchObject([
			{ action: 'ReleaseInvoice', times: 1, failed: 0 },
		]);
	},
);

test('without a status address nobody can tell the end, and the error says so', async () => {
	const { error } = await release({ takes: 0, location: 'missing' });
	expect(error?.message).toBe(
		'Invoice has accepted ReleaseInvoice, but does not say where to ask for its end',
	);
	expect(sandbox.ledger.actions).toMatchObject([{ times: 1 }]);
});

test.each([
	['an exception', 'The period 11-2026 is closed.'],
	['the record with the error', { text: 'The period 11-2026 is closed.', status: 422 as const }],
])("a long operation that fails as %s is an error with the ERP's text", async (_, fails) => {
	const { error, json } = await release({ takes: 50, fails });
	expect(json).toEqual([]);
	expect(error?.message).toBe(
		'Could not complete ReleaseInvoice on Invoice "Invoice/L1": The period 11-2026 is closed.',
	);
	expect(statusOf('L1')).toBe('Balanced');
	expect(sandbox.ledger.actions).toMatchObject([{ times: 1, failed: 1 }]);
});

test('running out of patience is an error with the handle, never a success', async () => {
	const { error, json } = await release({ takes: 60_000 }, { options: { maxWaitSeconds: 0 } });
	expect(json).toEqual([]);
	expect(error?.message).toBe('ReleaseInvoice on Invoice "Invoice/L1" is still running after 0 s');
	expect(error?.description).toMatch(/\/Invoice\/ReleaseInvoice\/status\/[0-9a-f-]{36}/);
});

test('the next item waits while an operation that is not waited for keeps the form busy', async () => {
	const { error, json } = await release(
		{ takes: 300 },
		{ options: { waitForCompletion: false }, numbers: ['L1', 'L2', 'L3'] },
	);
	expect(error).toBeUndefined();
	expect(json).toHaveLength(3);
	expect(sandbox.ledger.requests.some(({ status }) => status === 409)).toBe(true);
	expect(sandbox.ledger.actions.map(({ keys, times }) => [keys[1], times])).toEqual([
		['L1', 1],
		['L2', 1],
		['L3', 1],
	]);
});

test('a dead session while waiting does not run the action again', async () => {
	sandbox.script({ match: { kind: 'status' }, answer: { endSession: true } });
	const { error } = await release({ takes: 100 });
	expect(error?.message).toContain('the ERP knows no such operation in this session');
	expect(error?.description).toContain('may or may not have run on Invoice "Invoice/L1"');
	expect(sandbox.ledger.actions).toMatchObject([{ times: 1 }]);
});
