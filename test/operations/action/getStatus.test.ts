import { onTheWire, proof, signIn, signOut } from '../../support/wire.ts';

const handle =
	'entity/Default/24.200.001/Shipment/ConfirmShipment/status/0b7c5e3f-8a21-4c1b-9e6a-5d1a3b6c27f4';

const ask = async (statusHandle: string, status: number, body?: unknown) =>
	await onTheWire({
		resource: 'action',
		operation: 'getStatus',
		parameters: { statusHandle },
		answer: { status, body },
	});

test('is one question to the address that the handle names', async () => {
	const { sent } = await ask(handle, 204);
	expect(sent).toEqual([
		signIn,
		{ request: `GET /Site/${handle}`, headers: proof, body: '' },
		signOut,
	]);
});

test.each([
	[202, 'running'],
	[204, 'completed'],
])('%i means %s', async (code, status) => {
	const { outcome } = await ask(handle, code);
	expect(outcome.json).toEqual([
		{ entity: 'Shipment', action: 'ConfirmShipment', status, statusHandle: handle },
	]);
});

test("an action that failed is an error with the ERP's own text", async () => {
	const { outcome } = await ask(handle, 422, { exceptionMessage: 'The shipment has no lines.' });
	expect(outcome.error?.message).toBe(
		'Could not complete ConfirmShipment on Shipment: The shipment has no lines.',
	);
});

test('an operation that this session does not know says so, and not that an entity is unknown', async () => {
	const { outcome } = await ask(handle, 404, { message: 'There is no such operation.' });
	expect(outcome.error?.message).toBe(
		'Could not complete ConfirmShipment on Shipment: the ERP knows no such operation in this session (404)',
	);
	expect(outcome.error?.description).toBe(
		'ConfirmShipment was started, so it may or may not have run on Shipment. Look in Acumatica at what the record says before you run it again. Acumatica knows it within the session that started it only: with OAuth2 that is the connection; the other credentials sign out when the node has run, so that they have to wait for the end in Invoke. Acumatica says: There is no such operation.',
	);
});

test.each(['={{ "" }}', 'entity/auth/logout', 'https://evil.example.com/x'])(
	'%s is no handle',
	async (text) => {
		const { sent, outcome } = await ask(text, 204);
		expect(outcome.error?.message).toContain('is not the handle of an action');
		expect(sent).toEqual([]);
	},
);
