import { onTheWire, proof, signIn, signOut } from '../../support/wire.ts';

jest.mock('../../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../../support/virtualTime.ts'),
);

const confirm = { entity: 'Shipment', action: 'ConfirmShipment', recordKey: '000012' };
const handle =
	'entity/Default/24.200.001/Shipment/ConfirmShipment/status/0b7c5e3f-8a21-4c1b-9e6a-5d1a3b6c27f4';

const invoke = async (parameters: object, answer: Parameters<typeof onTheWire>[0]['answer']) =>
	await onTheWire({
		resource: 'action',
		operation: 'invoke',
		parameters: { ...confirm, ...parameters },
		answer,
	});

const post = (path: string, body: unknown, headers = {}) => ({
	request: `POST /Site/entity/Default/24.200.001/${path}`,
	headers: { ...proof, 'content-type': 'application/json', ...headers },
	body,
});

describe('the request of an action', () => {
	test('names the record by its keys, and sends the empty parameters that the platform would drop', async () => {
		const { sent, outcome } = await invoke({}, { status: 204 });
		expect(sent).toEqual([
			signIn,
			post('Shipment/ConfirmShipment', {
				entity: { ShipmentNbr: { value: '000012' } },
				parameters: {},
			}),
			signOut,
		]);
		expect(outcome.outputs[0]).toEqual([
			{
				json: {
					entity: 'Shipment',
					action: 'ConfirmShipment',
					record: '000012',
					status: 'completed',
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	test('names it by its ID, wraps parameters, and carries dialog values, branch and business date', async () => {
		const { sent } = await invoke(
			{
				entity: 'SalesOrder',
				action: 'SalesOrderCreateShipment',
				recordKey: '1AF4D140-5321-41f2-a2ec-50b67f577c6c',
				parameters: {
					ShipmentDate: '2026-01-31',
					WarehouseID: 'WHOLESALE',
					custom: { FilterPreview: { Reason: 'Abandoned' } },
				},
				options: { branch: 'PRODWHOLE', businessDate: '2026-01-31' },
			},
			{ status: 204 },
		);
		expect(sent[1]).toEqual(
			post(
				'SalesOrder/SalesOrderCreateShipment',
				{
					entity: { id: '1af4d140-5321-41f2-a2ec-50b67f577c6c' },
					parameters: {
						ShipmentDate: { value: '2026-01-31' },
						WarehouseID: { value: 'WHOLESALE' },
						custom: {
							FilterPreview: { Reason: { type: 'CustomStringField', value: 'Abandoned' } },
						},
					},
				},
				{ 'px-cbapibranch': 'PRODWHOLE', 'px-cbapibusinessdate': '2026/01/31' },
			),
		);
	});

	test('takes parameters as text', async () => {
		const { sent } = await invoke({ parameters: '{ "A": 12345678901234567890 }' }, { status: 204 });
		expect(sent[1]?.body).toMatchObject({ parameters: { A: { value: '12345678901234567890' } } });
	});

	test('has the address of older guides on request', async () => {
		const { sent } = await invoke(
			{ options: { actionUrlForm: 'record' }, parameters: { A: 1 } },
			{ status: 204 },
		);
		expect(sent[1]).toEqual(post('Shipment/000012/action/ConfirmShipment', { A: { value: 1 } }));
	});

	test('is sent without a record for actions that have none', async () => {
		const { sent } = await invoke({ recordKey: '' }, { status: 204 });
		expect(sent[1]).toEqual(post('Shipment/ConfirmShipment', { entity: {}, parameters: {} }));
	});
});

describe('an action that is only accepted', () => {
	const accepted = { status: 202, headers: { location: `/Site/(W(10005))/${handle}` } };

	test('returns its handle when nobody waits for it', async () => {
		const { sent, outcome } = await invoke({ options: { waitForCompletion: false } }, accepted);
		expect(sent).toHaveLength(3);
		expect(outcome.json).toEqual([
			{
				entity: 'Shipment',
				action: 'ConfirmShipment',
				record: '000012',
				status: 'running',
				statusHandle: handle,
			},
		]);
	});

	test('is an error that carries the handle when the wait is over, never a success', async () => {
		const { sent, outcome } = await invoke({ options: { maxWaitSeconds: 90 } }, accepted);
		expect(outcome.error).toMatchObject({
			message: 'ConfirmShipment on Shipment "000012" is still running after 90 s',
			description: expect.stringContaining(handle),
		});
		const questions = sent.filter(({ request }) => request.startsWith('GET'));
		expect(new Set(questions.map(({ request }) => request))).toEqual(
			new Set([`GET /Site/${handle}`]),
		);
		expect(questions.every(({ headers }) => headers.cookie === proof.cookie)).toBe(true);
		expect(
			sent.filter(({ request }) => request.startsWith('POST') && request.includes('Confirm')),
		).toHaveLength(1);
	});

	test('is an error when it does not say where to ask', async () => {
		const { outcome } = await invoke({}, { status: 202 });
		expect(outcome.error).toMatchObject({
			message: 'Shipment has accepted ConfirmShipment, but does not say where to ask for its end',
			description: expect.stringContaining('before you run this item again'),
		});
	});

	test('is not followed to another place than a status', async () => {
		const { sent, outcome } = await invoke(
			{},
			{ status: 202, headers: { location: 'https://evil.example.com/x' } },
		);
		expect(outcome.error?.message).toContain('does not say where to ask');
		expect(sent).toHaveLength(3);
	});
});

test('a 204 with a location that leads nowhere is done', async () => {
	const { sent, outcome } = await invoke(
		{},
		{ status: 204, headers: { location: '/Site/entity/nowhere' } },
	);
	expect(outcome.json[0]).toMatchObject({ status: 'completed' });
	expect(sent).toHaveLength(3);
});

test('the record is read again on request', async () => {
	const { sent } = await invoke(
		{ options: { returnRecord: true, expand: 'Details' } },
		{ status: 200, body: { id: 'a' } },
	);
	expect(sent[2]?.request).toBe(
		'GET /Site/entity/Default/24.200.001/Shipment/000012?$expand=Details',
	);
});

describe('what cannot be an action is refused before anything is sent', () => {
	test.each([
		[{ action: '={{ "" }}' }, 'No action is chosen'],
		[{ action: 'Confirm Shipment' }, '"Confirm Shipment" is not the name of an action'],
		[{ parameters: '[1]' }, '"Parameters (JSON)" must be an object with parameter names'],
		[{ parameters: '{' }, 'The parameter "Parameters (JSON)" cannot be used: it is not valid JSON'],
		[{ recordKey: '', options: { actionUrlForm: 'record' } }, '"Record" is empty'],
	])('%j', async (parameters, message) => {
		const { sent, outcome } = await invoke(parameters, { status: 204 });
		expect(outcome.error?.message).toContain(message);
		expect(sent).toEqual([]);
	});
});
