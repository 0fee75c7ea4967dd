import type { FieldMatch } from '../../../nodes/Acumatica/contract/matchFilter';
import type { Member } from '../../../nodes/Acumatica/contract/member';
import {
	fieldsToMatch,
	inWords,
	tellingField,
} from '../../../nodes/Acumatica/operations/record/matchFields';
import { node } from '../../support/operationCall.ts';

/** Without the description of the endpoint. */
const match = (record: object, ...names: string[]) =>
	fieldsToMatch({ node, itemIndex: 0 }, { ...record }, names, undefined);
const text: Member = { kind: 'field', name: 'CustomerOrder', type: 'String' };
const field = (name: string, member: Member, within: string[] = []): FieldMatch => ({
	name,
	found: { within, member },
	value: 'W-1',
});

test('fields have the values of the record, nested ones and custom ones too', () => {
	const record = {
		id: 'a',
		OrderNbr: { value: '000001' },
		ShipToContact: { Email: { value: 'a@b.example' } },
		custom: { Document: { UsrFee: { type: 'CustomDecimalField', value: 5 } } },
	};
	expect(match(record, 'id', 'OrderNbr', 'ShipToContact.Email', 'Document.UsrFee')).toEqual([
		{ name: 'id', found: undefined, value: 'a' },
		{ name: 'OrderNbr', found: undefined, value: '000001' },
		{ name: 'ShipToContact.Email', found: undefined, value: 'a@b.example' },
		{
			name: 'Document.UsrFee',
			found: {
				within: [],
				member: { kind: 'custom', view: 'Document', name: 'UsrFee', type: 'CustomDecimalField' },
			},
			value: 5,
		},
	]);
});

test.each([[{}], [{ OrderNbr: { value: '' } }], [{ OrderNbr: { value: null } }]])(
	'one without a value is refused: %j',
	(record) => {
		expect(() => match(record, 'OrderNbr')).toThrow(
			'"OrderNbr" is a field to match on, but has no value',
		);
	},
);

test('a new record is told from others by a text of its own only', () => {
	expect(tellingField([field('CustomerOrder', text)])).toBe('CustomerOrder');
	// The ERP may set it from the customer instead.
	expect(tellingField([field('ShipTo.Email', text, ['ShipTo'])])).toBe('');
	expect(tellingField([field('A', text), field('B', text)])).toBe('');
	expect(tellingField([field('Qty', { kind: 'field', name: 'Qty', type: 'Decimal' })])).toBe('');
	expect(tellingField([])).toBe('');
});

test('a message names fields and values', () => {
	expect(inWords([field('A', text), field('B', text)])).toBe('A "W-1" and B "W-1"');
});
