import { untypedRecord } from '../../nodes/Acumatica/contract/untypedRecord';

test('dots lead to linked entities, empty texts are left out, and nothing is guessed', () => {
	expect(
		untypedRecord({
			CustomerID: '00042',
			'MainContact.Email': 'a@b.example',
			'MainContact.Address.City': 'Graz',
			Note: '',
			Gone: undefined,
			Cleared: null,
			Details: [{ Qty: '2' }],
			Lines: '[{"Qty": 3}]',
			Text: '[draft]',
			'Document.UsrFee': 5,
			'MainContact.DefContact.UsrNews': true,
			id: 'kept',
		}),
	).toEqual({
		CustomerID: '00042',
		MainContact: {
			Email: 'a@b.example',
			Address: { City: 'Graz' },
			custom: { DefContact: { UsrNews: true } },
		},
		Cleared: null,
		Details: [{ Qty: '2' }],
		Lines: [{ Qty: 3 }],
		Text: '[draft]',
		custom: { Document: { UsrFee: 5 } },
		id: 'kept',
	});
});

test('what is nested goes along, as it does where the fields are known', () => {
	const values = {
		MainContact: { Email: 'a', Phone1: '' },
		'MainContact.Phone2': 'b',
		custom: { Document: { UsrFee: 5, UsrNews: '', error: 'E1' }, 'Document.UsrDots': 1 },
		'Document.UsrText': { type: 'CustomStringField', value: 'x' },
		Details: [{ Qty: 2, Note: '', files: [] }],
		_links: { self: '/' },
	};
	expect(untypedRecord(values)).toEqual({
		MainContact: { Email: 'a', Phone2: 'b' },
		custom: {
			Document: {
				UsrFee: 5,
				error: 'E1',
				UsrDots: 1,
				UsrText: { type: 'CustomStringField', value: 'x' },
			},
		},
		Details: [{ Qty: 2 }],
	});
});

test('a path that says custom itself is taken as it is', () => {
	expect(
		untypedRecord({ 'MainContact.custom.DefContact.UsrNews': true, 'custom.Document.UsrFee': 5 }),
	).toEqual({
		MainContact: { custom: { DefContact: { UsrNews: true } } },
		custom: { Document: { UsrFee: 5 } },
	});
});

test('a name that is left out is not sent, nor one that is no field', () => {
	expect(untypedRecord({ id: 'x', A: 1 }, (name) => name === 'id')).toEqual({ A: 1 });
	expect(() => untypedRecord({ 'Main.__proto__': 1 })).toThrow(/is not the name of a field/);
});
