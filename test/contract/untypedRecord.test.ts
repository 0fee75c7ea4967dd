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
		}),
	).toEqual({
		CustomerID: '00042',
		MainContact: { Email: 'a@b.example', Address: { City: 'Graz' } },
		Cleared: null,
		Details: [{ Qty: '2' }],
	});
});
