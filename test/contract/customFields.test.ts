import { DateTime } from 'luxon';
import { customFieldTypes } from '../../nodes/Acumatica/contract/adHocSchema';
import {
	needsCustomFieldTypes,
	plainCustomFields,
	wrapCustomFields,
} from '../../nodes/Acumatica/contract/customFields';
import { unwrapRecord, wrapRecord } from '../../nodes/Acumatica/contract/value';

/** As an instance describes them: one unique name, one that stands in two views, and a detail's. */
const types = customFieldTypes({
	custom: {
		Document: {
			UsrFee: { type: 'CustomDecimalField', value: null },
			UsrTwice: { type: 'CustomStringField', value: null },
		},
		CurrentDocument: { UsrTwice: { type: 'CustomIntField', value: null } },
	},
	Details: [{ custom: { Transactions: { UsrText: { type: 'CustomStringField', value: null } } } }],
});

describe('wrapping custom fields', () => {
	it.each([
		['text', 'red', 'CustomStringField', 'red'],
		['an empty text', '', 'CustomStringField', ''],
		['a whole number', 0, 'CustomIntField', 0],
		['a decimal', 1.5, 'CustomDecimalField', 1.5],
		['a boolean', false, 'CustomBooleanField', false],
		['a date', new Date(0), 'CustomDateTimeField', '1970-01-01T00:00:00.000Z'],
		[
			"n8n's own date",
			DateTime.fromMillis(0, { zone: 'utc' }),
			'CustomDateTimeField',
			'1970-01-01T00:00:00.000Z',
		],
	])('tells the type of %s by the value', (_what, value, type, sent) => {
		expect(wrapCustomFields({ Document: { UsrX: value } }, 'custom')).toEqual({
			Document: { UsrX: { type, value: sent } },
		});
	});

	it('clears with null, without claiming a type', () => {
		expect(wrapCustomFields({ Document: { UsrX: null } }, 'custom')).toEqual({
			Document: { UsrX: { value: null } },
		});
	});

	it('takes the type from the instance where that is known', () => {
		expect(wrapCustomFields({ Document: { UsrFee: 5 } }, 'custom', types)).toEqual({
			Document: { UsrFee: { type: 'CustomDecimalField', value: 5 } },
		});
	});

	it('believes the stated type before all', () => {
		const stated = { Document: { UsrFee: { type: 'CustomStringField', value: '5' } } };
		expect(wrapCustomFields(stated, 'custom', types)).toEqual(stated);
	});

	it.each([
		['plain', { UsrFee: 5 }],
		['wrapped, as older guides show it', { UsrFee: { value: 5 } }],
		['typed', { UsrFee: { type: 'CustomDecimalField', value: 5 } }],
	])('finds the view of a field that comes without: %s', (_how, custom) => {
		expect(wrapCustomFields(custom, 'custom', types)).toEqual({
			Document: { UsrFee: { type: 'CustomDecimalField', value: 5 } },
		});
	});

	it('gathers the fields of a view, however they came', () => {
		const custom = { UsrFee: 5, Document: { UsrColor: 'red' } };
		expect(Object.keys(Object(wrapCustomFields(custom, 'custom', types).Document))).toEqual([
			'UsrFee',
			'UsrColor',
		]);
	});

	it('uses the custom fields of the detail inside its rows', () => {
		const wrapped = wrapRecord({ Details: [{ custom: { UsrText: 'Anna' } }] }, types);
		expect(wrapped).toEqual({
			Details: [
				{ custom: { Transactions: { UsrText: { type: 'CustomStringField', value: 'Anna' } } } },
			],
		});
	});

	it('leaves undefined out', () => {
		expect(wrapCustomFields({ UsrX: undefined, Document: { UsrY: undefined } }, 'custom')).toEqual(
			{},
		);
	});
});

describe('a custom field that cannot be placed', () => {
	const wrapping = (custom: unknown) => () => wrapCustomFields(custom, 'Details[0].custom', types);

	it('shows how to name its view, and where Acumatica shows it', () => {
		expect(wrapping({ UsrColor: 'red' })).toThrow(
			/^"Details\[0\]\.custom\.UsrColor" needs the view that owns the field: \{ "custom": \{ "Document": \{ "UsrColor": value \} \} \}\. .*Inspect Element/,
		);
	});

	it('names the views to choose from where there are several', () => {
		expect(wrapping({ UsrTwice: 1 })).toThrow(
			'"Details[0].custom.UsrTwice" stands in several views (Document, CurrentDocument)',
		);
	});

	it.each([
		['text', 'red', '"Details[0].custom" holds the text "red"'],
		['a list', [], '"Details[0].custom" holds a list'],
		['a list as a view', { Document: ['red'] }, '"Details[0].custom.Document" holds a list'],
		[
			'an object as a value',
			{ Document: { UsrX: { a: 1 } } },
			'"Details[0].custom.Document.UsrX" holds an object',
		],
		[
			'a date that does not exist',
			{ Document: { UsrX: new Date('soon') } },
			'"Details[0].custom.Document.UsrX" holds a date that does not exist',
		],
	])('is refused with its path: %s', (_what, custom, message) => {
		expect(wrapping(custom)).toThrow(message);
	});
});

describe('unwrapping custom fields', () => {
	it('keeps views and drops types', () => {
		const custom = {
			Document: { UsrFee: { type: 'CustomDecimalField', value: 5 }, UsrColor: { value: 'red' } },
		};
		expect(plainCustomFields(custom)).toEqual({ Document: { UsrFee: 5, UsrColor: 'red' } });
	});

	it('reads an empty field as null', () => {
		const custom = { Document: { A: { type: 'CustomIntField' }, B: {} } };
		expect(plainCustomFields(custom)).toEqual({ Document: { A: null, B: null } });
	});

	it('leaves nothing of an empty custom', () => {
		expect(plainCustomFields({})).toBeUndefined();
		expect(unwrapRecord({ custom: {} })).toEqual({});
	});

	it('lets what it does not know pass untouched', () => {
		const custom = { Document: { UsrX: { value: 1, unit: 'kg' }, UsrY: 'bare' }, odd: 1 };
		expect(plainCustomFields(custom)).toEqual(custom);
	});
});

describe('whether the instance has to be asked for custom fields', () => {
	it.each([
		['a record without custom fields', { A: 1, Details: [{ B: 1 }] }, false],
		['a date', { At: DateTime.now() }, false],
		['an empty custom', { custom: {} }, false],
		[
			'fields with view and type',
			{ custom: { V: { F: { type: 'CustomIntField', value: 1 } } } },
			false,
		],
		['fields without a type', { custom: { V: { F: 1 } } }, true],
		['fields without a view', { custom: { F: 1 } }, true],
		['a typed field without a view', { custom: { F: { type: 'CustomIntField', value: 1 } } }, true],
		['fields of a row', { Details: [{}, { custom: { V: { F: 1 } } }] }, true],
		['fields of a linked entity', { MainContact: { custom: { V: { F: 1 } } } }, true],
	])('%s', (_what, record, isNeeded) => {
		expect(needsCustomFieldTypes(record)).toBe(isNeeded);
	});
});
