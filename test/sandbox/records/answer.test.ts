import { rowIdIn } from './answer.ts';

const id = 'be20f8a8-e8e5-4a1f-a085-611c05000000';

describe("a row's ID", () => {
	it('is a GUID that differs from session to session', () => {
		const ids = [1, 2, 3].map((number) => rowIdIn({ number }, id));
		expect(new Set([id, ...ids]).size).toBe(4);
		for (const one of ids) expect(one).toMatch(/^[0-9a-f]{8}-e8e5-4a1f-a085-611c05000000$/);
	});

	it('stays the same within a session', () => {
		expect(rowIdIn({ number: 7 }, id)).toBe(rowIdIn({ number: 7 }, id));
	});
});
