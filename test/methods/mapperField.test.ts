import { mapperField } from '../../nodes/Acumatica/methods/mapperField';

test('a column is shown by its name, with the input of its type', () => {
	expect(mapperField({ id: 'Total', type: 'Decimal', isOwnField: true }, {}, true)).toEqual({
		id: 'Total',
		displayName: 'Total',
		type: 'number',
		required: false,
		display: true,
		defaultMatch: false,
		canBeUsedToMatch: false,
		removed: false,
	});
});

test.each([
	['Long', 'string'],
	['Boolean', 'options'],
	['DateOnly', 'dateTime'],
	['Detail', 'array'],
	['Unknown', 'string'],
] as const)('%s has the input %s', (type, input) =>
	expect(mapperField({ id: 'A', type, isOwnField: true }, {}, false)).toMatchObject({
		type: input,
		removed: true,
	}),
);
