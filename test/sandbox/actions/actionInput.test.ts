import { valueAt } from '../client.ts';
import { signedInClient } from '../signedIn.ts';

const entity = { OrderType: { value: 'SO' }, OrderNbr: { value: '000001' } };
const path = 'SalesOrder/RecalculatePricesDiscounts';

describe('the body of an action', () => {
	const its = signedInClient();
	const post = (parameters: unknown) =>
		its.client.send('POST', path, { body: { entity, parameters } });
	const received = () => its.sandbox.ledger.actions[0]?.parameters;

	it('has its parameters wrapped; an empty wrapping says nothing', async () => {
		const parameters = { RecalcUnitPrices: { value: true }, RecalcDiscounts: {} };
		expect((await post(parameters)).status).toBe(204);
		expect(received()).toEqual({ RecalcUnitPrices: true });
	});

	it.each([[undefined], [null], [{}]])('may do without: %j', async (parameters) => {
		expect((await post(parameters)).status).toBe(204);
		expect(received()).toEqual({});
	});

	it.each([
		[{ Nonsense: { value: 1 } }, 'parameters.Nonsense'],
		[{ recalcDiscounts: { value: true } }, 'parameters.recalcDiscounts'],
		[{ RecalcDiscounts: true }, 'parameters.RecalcDiscounts'],
		[{ RecalcDiscounts: { value: 'maybe' } }, 'parameters.RecalcDiscounts'],
		[['x'], 'parameters'],
		[{ custom: { View: 'x' } }, 'parameters.custom.View'],
		[{ custom: { View: { Field: 'x' } } }, 'parameters.custom.View'],
		[{ custom: 'x' }, 'parameters.custom.'],
	])('is refused with %j', async (parameters, place) => {
		const { status, json } = await post(parameters);
		expect(status).toBe(400);
		expect(Object.keys(Object(valueAt(json, 'modelState')))).toEqual([place]);
		expect(its.sandbox.ledger.actions).toEqual([]);
	});

	it('has no field in its entity that the contract does not know', async () => {
		const body = { entity: { ...entity, Nonsense: { value: 1 } } };
		expect((await its.client.send('POST', path, { body })).status).toBe(400);
	});
});
