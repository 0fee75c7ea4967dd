import { readAccount } from '../../nodes/Acumatica/transport/account';
import { firstState, foundFor, subjectOf, withFields } from '../../nodes/Acumatica/polling/start';

const account = (fields: Record<string, unknown>) =>
	readAccount('session', {
		instanceUrl: 'https://erp.example/Site',
		username: 'u',
		password: 'secret',
		...fields,
	});

test('a watch is of one instance, one tenant and one entity, however one signs in', () => {
	const of = (fields: Record<string, unknown>) => subjectOf(account(fields), 'Customer');
	expect(of({ tenant: 'A' })).toBe('https://erp.example/site\nA\nCustomer');
	expect(of({ tenant: 'B' })).not.toBe(of({ tenant: 'A' }));
	const byOAuth = readAccount('oAuth2', {
		instanceUrl: 'https://erp.example/Site',
		clientId: 'guid@A',
	});
	expect(subjectOf(byOAuth, 'Customer')).toBe(of({ tenant: 'A' }));
});

test('fields are looked for again with another version, event or Timestamp Field', () => {
	const base = { event: 'createdOrUpdated', timestampField: '' } as const;
	const kinds = [
		foundFor('Default/24', base as never),
		foundFor('Default/25', base as never),
		foundFor('Default/24', { ...base, event: 'created' } as never),
		foundFor('Default/24', { ...base, timestampField: 'Date' } as never),
	];
	expect(new Set(kinds).size).toBe(4);
});

describe('the first state', () => {
	const identity = { subject: 's', foundFor: 'f' };
	const found = { field: 'LastModified', createdField: undefined, date: 5000 };

	test('begins at the ERP time of the first answer, without one at that of n8n', () => {
		const at = { readFrom: undefined, localDate: 9000 };
		expect(firstState(identity, found, at)).toMatchObject({ readFrom: 5000, erpDate: 5000 });
		const undated = { ...found, date: undefined };
		expect(firstState(identity, undated, at)).toMatchObject({ readFrom: 9000, erpDate: 9000 });
	});

	test('begins where it was told to', () => {
		const state = firstState(identity, found, { readFrom: 100, localDate: 9000 });
		expect(state).toMatchObject({ readFrom: 100, seenFrom: 100, createdFrom: 100, erpDate: 5000 });
		const other = withFields(state, { field: 'X', createdField: 'Y' }, 'g');
		expect(other).toMatchObject({ readFrom: 100, field: 'X', createdField: 'Y', foundFor: 'g' });
	});
});
