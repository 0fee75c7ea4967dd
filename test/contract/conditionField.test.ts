import {
	canBeFilteredBy,
	conditionFieldText,
	mayBeCustom,
	parseConditionField,
	typedField,
} from '../../nodes/Acumatica/contract/conditionField';
import type { EntityField } from '../../nodes/Acumatica/contract/entityFields';
import { endpointModel, placeIn } from './endpointModel.ts';

test.each<[EntityField, string]>([
	[{ within: [], name: 'OrderTotal', type: 'Decimal' }, 'OrderTotal|Decimal'],
	[
		{ within: ['MainContact', 'Address'], name: 'City', type: 'String' },
		'MainContact/Address/City|String',
	],
	[
		{ within: [], view: 'Document', name: 'UsrFee', type: 'Decimal' },
		'Document.UsrFee|custom.Decimal',
	],
])('%j is stored as %s, and read again', (field, text) => {
	expect(conditionFieldText(field)).toBe(text);
	expect(parseConditionField(text)).toEqual(field);
});

test.each([
	['Status', { within: [], name: 'Status', type: 'Unknown' }],
	[' MainContact/Email ', { within: ['MainContact'], name: 'Email', type: 'Unknown' }],
	['Document.UsrFee', { within: [], view: 'Document', name: 'UsrFee', type: 'Unknown' }],
	['Größe|Later', { within: [], name: 'Größe', type: 'Unknown' }],
])('a bare name is read: %s', (text, field) => expect(parseConditionField(text)).toEqual(field));

test.each([
	'',
	'A B',
	"Status eq 'x' or Status",
	"Status'",
	'A//B',
	'A.B.C',
	'1A',
	'(A)',
	'A/|String',
	'cf.String(f=',
])('%p is no field, so that nothing else gets into a filter', (text) =>
	expect(parseConditionField(text)).toBeUndefined(),
);

describe('the type of a field that only its name is known of', () => {
	const place = placeIn(endpointModel(), 'SalesOrder');
	const typed = (text: string) => {
		const field = parseConditionField(text);
		return field === undefined ? undefined : typedField(field, place, 'Condition 1');
	};

	test.each([
		['OrderTotal', 'OrderTotal|Decimal'],
		['ShipToAddress/City', 'ShipToAddress/City|String'],
		['ShipToAddress.City', 'ShipToAddress/City|String'],
		['Document.UsrShippingFee', 'Document.UsrShippingFee|custom.Decimal'],
		['UsrShippingFee', 'Document.UsrShippingFee|custom.Decimal'],
	])('%s is %s', (text, expected) => {
		const field = typed(text);
		expect(field && conditionFieldText(field)).toBe(expected);
	});

	test.each([
		['ordertotal', 'names no field that can be filtered by. Did you mean OrderTotal?'],
		['Nonsense', 'Names are case-sensitive'],
		['ShipToAddress', 'names no field'],
		['Details', 'looks into rows of a detail, which Acumatica cannot filter by'],
		['Details/InventoryID', 'looks into rows of a detail'],
		['Details.InventoryID', 'looks into rows of a detail'],
	])('%s is refused', (text, message) => expect(() => typed(text)).toThrow(message));
});

test.each<[EntityField, boolean]>([
	[{ within: ['ShipToAddress'], name: 'City', type: 'String' }, true],
	[{ within: [], view: 'Document', name: 'UsrFee', type: 'Decimal' }, true],
	[{ within: ['MainContact'], view: 'DefContact', name: 'UsrOn', type: 'Boolean' }, false],
	[{ within: [], view: 'Document', name: 'NoteID!subject', type: 'String' }, false],
])('%j is offered: %s', (field, isOffered) => expect(canBeFilteredBy(field)).toBe(isOffered));

describe('where nobody may look up custom fields', () => {
	const place = { ...placeIn(endpointModel(), 'SalesOrder'), custom: undefined };
	const typed = (field: EntityField) => typedField(field, place, 'Condition 1');
	const field = (name: string, view?: string): EntityField => ({
		within: [],
		name,
		type: 'Unknown',
		...(view !== undefined && { view }),
	});

	test('one with its view is left to the ERP', () =>
		expect(typed(field('UsrShippingFee', 'Document'))).toEqual(
			field('UsrShippingFee', 'Document'),
		));

	test('one without is asked for its view', () =>
		expect(() => typed(field('UsrShippingFee'))).toThrow(
			'A custom field needs its view: Document.UsrShippingFee',
		));

	test('what is behind a linked entity is no custom field', () =>
		expect(() => typed(field('Ciity', 'ShipToAddress'))).toThrow('names no field'));

	test.each([
		[field('OrderTotal'), false],
		[field('City', 'ShipToAddress'), false],
		[{ ...field('Any'), within: ['ShipToAddress'] }, false],
		[field('UsrShippingFee'), true],
		[field('UsrShippingFee', 'Document'), true],
	])('only the list of custom fields can tell of %j: %s', (one, mayBe) =>
		expect(mayBeCustom(one, place)).toBe(mayBe),
	);
});
