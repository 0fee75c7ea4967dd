import {
	conditionFieldText,
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
