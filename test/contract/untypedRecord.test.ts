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
	expect(untypedRecord({ id: 'x', A: 1 }, true)).toEqual({ A: 1 });
});
