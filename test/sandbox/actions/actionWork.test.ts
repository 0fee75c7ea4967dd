import { draftFor, recordOf } from '../rules/testDraft.ts';
import { ActionWork } from './actionWork.ts';

function work(isRehearsal = false) {
	const draft = draftFor('Invoice', { Type: 'Invoice', ReferenceNbr: '1' });
	draft.records.set('Bill').put(recordOf({ Type: 'Bill', ReferenceNbr: '1' }, 'b'));
	return { draft, run: new ActionWork(draft, {}, isRehearsal) };
}

const bill = ['Bill', '1'] as const;

describe('an action at work', () => {
	it('changes copies, which it finds again', () => {
		const { draft, run } = work();
		const copy = run.change('Bill', bill);
		if (copy !== undefined) copy.fields.Status = 'Open';
		expect(run.find('Bill', bill)?.fields.Status).toBe('Open');
		expect(run.change('Bill', bill)).toBe(copy);
		expect(draft.records.find('Bill', bill)?.fields.Status).toBeUndefined();
		run.store();
		expect(draft.records.find('Bill', bill)?.fields.Status).toBe('Open');
	});

	it('notes the time of change at all that it touched', () => {
		const { draft, run } = work();
		run.change('Bill', bill);
		run.store();
		for (const record of [draft.records.find('Bill', bill), run.record]) {
			expect(record?.fields.LastModifiedDateTime).toBe(draft.savedAt);
		}
	});

	it('makes records with a number, without empty fields', () => {
		const { draft, run } = work();
		const made = run.create('Shipment', { fields: { CustomerID: 'C1', ShipVia: null } });
		expect(made.fields).toEqual({ CustomerID: 'C1', ShipmentNbr: '000001' });
		expect(draft.records.all('Shipment')).toEqual([]);
		expect(run.store()).toEqual([{ entity: 'Shipment', record: made, keys: ['000001'] }]);
		expect(draft.records.all('Shipment')[0]?.fields).toMatchObject({
			NoteID: made.id,
			CreatedDateTime: draft.savedAt,
		});
	});

	it('uses up no number in a rehearsal', () => {
		const { draft, run } = work(true);
		run.create('Shipment', { fields: {} });
		const next = new ActionWork(draft, {}, false).create('Shipment', { fields: {} });
		expect(next.fields.ShipmentNbr).toBe('000001');
	});

	it('finds nothing where nothing is', () => {
		const { run } = work();
		expect([run.find('Bill', ['Bill', '9']), run.change('Bill', ['Bill', '9'])]).toEqual([
			undefined,
			undefined,
		]);
	});
});
