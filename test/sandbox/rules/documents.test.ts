import { ActionRefusal } from './action.ts';
import {
	daysAfter,
	documentStatus,
	isReleased,
	periodOf,
	refuseReleased,
	releaseDocument,
} from './documents.ts';
import { act, draftFor, recordOf } from './testDraft.ts';

const rules = { actions: { Release: releaseDocument } };
const release = (fields: Record<string, string | number | boolean>) =>
	act(rules, 'Release', draftFor('Invoice', { Type: 'Invoice', ReferenceNbr: '1', ...fields }));

describe('a document', () => {
	it.each([
		[{ Hold: true }, 'On Hold'],
		[{ Hold: false }, 'Balanced'],
		[{ Hold: true, Status: 'Open' }, 'Open'],
		[{ Hold: false, Status: 'Voided' }, 'Voided'],
	])('%j has the status %s', (fields, status) => {
		expect(documentStatus(recordOf(fields))).toBe(status);
	});

	it('is open for all of its amount when it is released', () => {
		const { fields } = release({ Amount: 12.5, Balance: 0, Status: 'Balanced' });
		expect(fields).toMatchObject({ Status: 'Open', Balance: 12.5 });
	});

	it('of nothing is closed at once', () => {
		expect(release({ Amount: 0 }).fields.Status).toBe('Closed');
	});

	it.each([
		[{ Hold: true, Status: 'On Hold' }, 'The document is on hold and cannot be released.'],
		[{ Status: 'Open' }, "The document is released already; its status is 'Open'."],
		[{ Status: 'Closed' }, "The document is released already; its status is 'Closed'."],
	])('%j cannot be released', (fields, reason) => {
		expect(() => release({ Amount: 1, ...fields })).toThrow(new ActionRefusal(reason));
	});

	it('can be deleted until it is released', () => {
		expect(isReleased(recordOf({ Status: 'Balanced' }))).toBe(false);
		expect(refuseReleased(recordOf({ Status: 'Balanced' }))).toBeUndefined();
		expect(refuseReleased(recordOf({ Status: 'Open' }))).toContain('cannot be deleted');
	});

	it('is due some days later, in a period', () => {
		expect(daysAfter('2026-12-22T00:00:00.000Z', 30)).toBe('2027-01-21T00:00:00.000Z');
		expect(periodOf('2026-12-22T00:00:00.000Z')).toBe('122026');
	});
});
