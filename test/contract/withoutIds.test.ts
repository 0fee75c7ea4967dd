import { withoutIds } from '../../nodes/Acumatica/contract/withoutIds';

test('neither the record nor what it consists of keeps an ID, and everything else stays', () => {
	const date = new Date(0);
	expect(
		withoutIds({
			id: 'a',
			OrderNbr: { value: '000001' },
			MainContact: { id: 'b', Email: { value: 'x@y.example' } },
			Details: [{ id: 'c', Splits: [{ id: 'd', Qty: { value: 1 } }] }],
			Date: date,
			Gone: null,
		}),
	).toEqual({
		OrderNbr: { value: '000001' },
		MainContact: { Email: { value: 'x@y.example' } },
		Details: [{ Splits: [{ Qty: { value: 1 } }] }],
		Date: date,
		Gone: null,
	});
});
