import { customFieldTypes, readAdHocSchema } from '../../nodes/Acumatica/contract/adHocSchema';
import { adHocSchema } from '../sandbox/contract/adHocSchema.ts';
import { loadContract } from '../sandbox/contract/load.ts';
import { customFields } from '../sandbox/seed/customFields.ts';

const contract = loadContract('Default', '24.200.001');
if (contract === undefined) throw new Error('No such contract.');
const salesOrder = customFieldTypes(
	adHocSchema(contract, 'SalesOrder', customFields.SalesOrder ?? {}),
);

describe("an entity's custom fields, as the instance describes them", () => {
	it('have a type', () => {
		expect(salesOrder?.typeOf('Document', 'UsrShippingFee')).toBe('CustomDecimalField');
		expect(salesOrder?.typeOf('Document', 'UsrWebOrderNbr')).toBe('CustomStringField');
	});

	it('stand in a view', () => {
		expect(salesOrder?.viewsOf('UsrShippingFee')).toEqual(['Document']);
	});

	it('are those of the detail inside of a detail', () => {
		const details = salesOrder?.within('Details');
		expect(details?.viewsOf('UsrEngraving')).toEqual(['Transactions']);
		expect(details?.typeOf('Transactions', 'UsrEngraving')).toBe('CustomStringField');
		expect(details?.viewsOf('UsrShippingFee')).toEqual([]);
	});

	it('are those of the linked entity inside of a linked entity', () => {
		const customer = customFieldTypes(
			adHocSchema(contract, 'Customer', customFields.Customer ?? {}),
		);
		expect(customer?.within('MainContact')?.viewsOf('UsrNewsletter')).toEqual(['DefContact']);
	});

	it('may share a name in several views', () => {
		const field = { F: { type: 'CustomIntField', value: null } };
		expect(customFieldTypes({ custom: { A: field, B: field } })?.viewsOf('F')).toEqual(['A', 'B']);
	});

	it.each([
		['Document', 'UsrNothing'],
		['Nothing', 'UsrShippingFee'],
		['toString', 'length'],
		['Document', 'constructor'],
		['__proto__', 'toString'],
	])('are not %s.%s', (view, field) => {
		expect(salesOrder?.typeOf(view, field)).toBeUndefined();
		expect(salesOrder?.viewsOf('constructor')).toEqual([]);
		expect(salesOrder?.within('__proto__')).toBeUndefined();
	});

	it.each([[undefined], [null], ['<html>'], [[]], [1]])('are not known from %p', (body) => {
		expect(customFieldTypes(body)).toBeUndefined();
	});

	it.each([[{}], [{ custom: [] }], [{ custom: { Document: null } }]])('are none in %p', (body) => {
		expect(customFieldTypes(body)?.viewsOf('F')).toEqual([]);
		expect(customFieldTypes(body)?.typeOf('Document', 'F')).toBeUndefined();
	});
});

describe('a skeleton that is not as it should be', () => {
	const field = { type: 'CustomStringField', value: null };

	it('loses only what cannot be read', () => {
		const custom = {
			Good: { A: field, B: { type: 7 }, C: 'text', D: null, E: [] },
			Bad: 'text',
			Worse: [field],
		};
		const types = customFieldTypes({ custom, Details: [{ custom }], Contact: { custom: 7 } });
		const good = [{ view: 'Good', name: 'A', type: 'CustomStringField' }];
		expect(types?.fields).toEqual(good);
		expect(types?.within('Details')?.fields).toEqual(good);
		expect(types?.within('Contact')?.fields).toEqual([]);
	});

	it('may have names that objects have from their prototype', () => {
		const skeleton: unknown = JSON.parse(
			`{"custom": {"__proto__": {"constructor": ${JSON.stringify(field)}}},
			"constructor": {"custom": {"V": {"toString": ${JSON.stringify(field)}}}},
			"_workflowActions": [{"__proto__": {"parameters": {}}}, {"constructor": {}}]}`,
		);
		const read = readAdHocSchema(skeleton);
		expect(read?.customFields.typeOf('__proto__', 'constructor')).toBe('CustomStringField');
		expect(read?.customFields.within('constructor')?.viewsOf('toString')).toEqual(['V']);
		expect(read?.customFields.within('toString')).toBeUndefined();
		expect([...(read?.workflowActions.keys() ?? [])]).toEqual(['__proto__', 'constructor']);
		expect(Object.keys({})).toEqual([]);
	});

	it('may nest deeper than the stack reaches', () => {
		const custom = { V: { F: field } };
		let entity: object = { custom };
		let list: unknown = { custom };
		for (let level = 0; level < 100_000; level++) {
			entity = { custom, Contact: entity };
			list = [list];
		}
		const types = customFieldTypes({ custom, Contact: entity, Details: list });
		expect(types?.within('Contact')?.within('Contact')?.viewsOf('F')).toEqual(['V']);
		expect(types?.within('Details')?.viewsOf('F')).toEqual(['V']);
	});

	it.each([
		[[{ Open: 7 }], ['Open']],
		[[{ Open: { parameters: { custom: [] } } }], ['Open']],
		[[null, 'x', [{ Open: {} }]], []],
		[{ Open: {} }, []],
		['text', []],
	])('has actions without a dialog, or none: %j', (listed, names) => {
		const read = readAdHocSchema({ _workflowActions: listed });
		expect([...(read?.workflowActions ?? [])]).toEqual(names.map((name) => [name, []]));
	});
});

describe('actions of the workflow', () => {
	const read = readAdHocSchema({
		_workflowActions: [
			{ Open: { parameters: { custom: { Dialog: { Reason: { type: 'CustomStringField' } } } } } },
			{ Release: { parameters: { Date: { value: null } } } },
			'broken',
		],
	});

	it('come with the fields of their dialogs', () =>
		expect(read?.workflowActions).toEqual(
			new Map([
				['Open', [{ view: 'Dialog', name: 'Reason', type: 'CustomStringField' }]],
				['Release', []],
			]),
		));

	it.each([[undefined], ['text'], [[]]])('%j is no schema', (body) =>
		expect(readAdHocSchema(body)).toBeUndefined(),
	);
});
