import { fateOf, licensedRequests, licenseFloor } from './ledger.ts';

const write = (entity: string, key: string) => ({
	at: 0,
	tenant: 'Company',
	entity,
	id: key,
	keys: [key],
	kind: 'insert' as const,
});

test('a customer is written once, more than once or never', () => {
	const writes = [
		write('Customer', 'A'),
		write('Customer', 'B'),
		write('Customer', 'B'),
		write('Vendor', 'C'),
		write('Customer', 'Z'),
	];
	expect(fateOf(['A', 'B', 'C'], { writes })).toEqual({ once: 1, moreThanOnce: 1, never: 1 });
});

test('the license counts neither what it refused nor sign-outs', () => {
	const ledger = {
		total: 10,
		answers429: 3,
		countByKind: { put: 8, signIn: 1, signOut: 1 },
	};
	expect(licensedRequests(ledger)).toBe(6);
});

describe('the floor of a license', () => {
	test.each([
		[0, 0],
		[1, 0],
		[100, 0],
		[101, 60_000],
		[300, 120_000],
		[301, 180_000],
	])('%i requests at 100 a minute: the last starts after %i ms', (requests, floor) => {
		expect(licenseFloor(requests, 100)).toBe(floor);
	});
});
