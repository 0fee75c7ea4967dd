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
