import { finished, nestedIn, type RecordDraft } from '../../nodes/Acumatica/contract/recordDraft';

test('nested drafts are made once, and come out as plain records, also in lists', () => {
	const draft: RecordDraft = new Map();
	nestedIn(draft, 'Contact').set('Email', 'a');
	nestedIn(nestedIn(draft, 'Contact'), 'Address').set('City', 'b');
	draft.set('Rows', [new Map([['A', 1]])]);
	draft.set('When', null);
	expect(finished(draft)).toEqual({
		Contact: { Email: 'a', Address: { City: 'b' } },
		Rows: [{ A: 1 }],
		When: null,
	});
});
