import { followed } from '../../../nodes/Acumatica/operations/action/accepted';
import { operationCall } from '../../support/operationCall.ts';

const about = { doing: 'run ConfirmShipment on', entity: 'Shipment', action: 'ConfirmShipment' };
const outcome = { entity: 'Shipment', action: 'ConfirmShipment', record: '000012' };
const handle = 'entity/Default/24.200.001/Shipment/ConfirmShipment/status/1';

const follow = async (status: number, location?: string) => {
	const call = operationCall({ options: {} });
	const headers: Record<string, string> = location === undefined ? {} : { location };
	return {
		call,
		ended: await followed(call, { status, headers, body: undefined }, about, outcome),
	};
};

test('what is done need not be followed, whatever its location', async () => {
	const { call, ended } = await follow(204, `/Site/${handle}`);
	expect(ended).toBeUndefined();
	expect(call.asked).toEqual([]);
});

test('what is accepted is followed to its end, in words of its own', async () => {
	const { call, ended } = await follow(202, `https://elsewhere.example.com/Site/${handle}`);
	expect(ended).toBeUndefined();
	expect(call.asked).toEqual([
		{
			request: { method: 'GET', path: handle, expect: 'nothing', replay: 'safe' },
			about: { ...about, doing: 'complete ConfirmShipment on', writes: false, started: true },
		},
	]);
});

test('what cannot be followed is an error, not a success', async () => {
	await expect(follow(202)).rejects.toThrow('does not say where to ask');
});
