import fc from 'fast-check';

import type { WireRecord } from '../../nodes/Acumatica/contract/scalar';
import { pages, recordsOf } from '../../nodes/Acumatica/transport/pages';

const record = (number: number): WireRecord => ({
	id: `id-${number}`,
	rowNumber: 1,
	Nbr: { value: number },
});
const list = (count: number) => Array.from({ length: count }, (_, index) => record(index));

/** Reads a list that may change between the requests; returns what came and what was asked. */
async function read(
	records: () => readonly WireRecord[],
	bounds: { pageSize: number; limit?: number },
) {
	const asked: Array<[number, number]> = [];
	const ask = async (top: number, skip: number) => {
		asked.push([top, skip]);
		return records().slice(skip, skip + top);
	};
	const found: WireRecord[] = [];
	for await (const page of pages(ask, bounds)) found.push(...page);
	return { found, asked };
}

describe('pages', () => {
	test.each([0, 1, 9, 10, 11, 20, 25])(
		'reads all of %i records in the fewest requests',
		async (count) => {
			const { found, asked } = await read(() => list(count), { pageSize: 10 });
			expect(found).toEqual(list(count));
			expect(asked).toHaveLength(Math.max(1, Math.ceil(count / 10)));
		},
	);

	test('asks for one record beyond the page, to know whether there is another', async () => {
		const { asked } = await read(() => list(20), { pageSize: 10 });
		expect(asked).toEqual([
			[11, 0],
			[11, 10],
		]);
	});

	test.each([
		[5, [[5, 0]]],
		[10, [[10, 0]]],
		[11, [[11, 0]]],
		[
			15,
			[
				[11, 0],
				[5, 10],
			],
		],
	])('a limit of %i asks for no more', async (limit, requests) => {
		const { found, asked } = await read(() => list(100), { pageSize: 10, limit });
		expect(found).toEqual(list(limit));
		expect(asked).toEqual(requests);
	});

	test('a record deleted meanwhile pushes none off the page', async () => {
		let records = list(25);
		const { found } = await read(
			() => {
				const current = records;
				records = current.slice(0, 3).concat(current.slice(4));
				return current;
			},
			{ pageSize: 10 },
		);
		expect(found).toEqual(list(25));
	});

	test('a record inserted meanwhile makes none come twice', async () => {
		let records = list(25);
		const { found } = await read(
			() => {
				const current = records;
				records = [record(100 + current.length), ...current];
				return current;
			},
			{ pageSize: 10 },
		);
		expect(found).toEqual(list(25));
	});

	test('whatever comes and goes meanwhile, what was there all the time comes once', async () => {
		const change = fc.record({
			before: fc.integer({ min: 1, max: 12 }),
			remove: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 8 }),
			insertAt: fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 4 }),
		});
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 0, max: 40 }),
				fc.integer({ min: 1, max: 9 }),
				fc.array(change, { maxLength: 4 }),
				async (count, pageSize, changes) => {
					let records = list(count);
					const always = new Set(records.map(({ id }) => id));
					let request = 0;
					let inserted = 1_000;
					const { found } = await read(
						() => {
							request++;
							for (const { remove, insertAt } of changes.filter(
								({ before }) => before === request,
							)) {
								for (const index of remove) {
									const [gone] = records.splice(index, 1);
									if (gone !== undefined) always.delete(gone.id);
								}
								for (const index of insertAt) records.splice(index, 0, record(inserted++));
							}
							records = [...records];
							return records;
						},
						{ pageSize },
					);
					const ids = found.map(({ id }) => id);
					expect(new Set(ids).size).toBe(ids.length);
					expect([...always].filter((id) => !ids.includes(id))).toEqual([]);
				},
			),
			{ numRuns: 2_000 },
		);
	});

	test('knows a record without a lasting ID by its fields', async () => {
		let answers = 0;
		const { found } = await read(
			() => {
				answers++;
				return list(15).map((row) => ({ ...row, id: `${String(row.id)}-${answers}` }));
			},
			{ pageSize: 10 },
		);
		expect(found.map(({ Nbr }) => Nbr)).toEqual(list(15).map(({ Nbr }) => Nbr));
	});
});

describe('pages of a list that does not join', () => {
	test('come to an end, where every answer shows the rows differently', async () => {
		let answers = 0;
		const { found } = await read(
			() => {
				answers++;
				if (answers > 200) throw new Error('This never ends');
				return list(15).map((row) => ({
					...row,
					id: `${answers}-${String(row.id)}`,
					Age: { value: answers },
				}));
			},
			{ pageSize: 10 },
		);
		expect(new Set(found.map(({ Nbr }) => JSON.stringify(Nbr))).size).toBe(15);
	});

	test('are asked for afresh from then on, whatever was remembered of them', async () => {
		const remembered = [list(25).slice(0, 11), list(25).slice(12, 23)];
		const asked: Array<[number, boolean]> = [];
		const found: WireRecord[] = [];
		const ask = async (top: number, skip: number, afresh: boolean) => {
			asked.push([skip, afresh]);
			if (asked.length > 20) throw new Error('This never ends');
			return (afresh ? undefined : remembered[skip / 10]) ?? list(25).slice(skip, skip + top);
		};
		for await (const page of pages(ask, { pageSize: 10 })) found.push(...page);
		expect(found).toEqual(list(25));
		expect(asked).toEqual([
			[0, false],
			[10, false],
			[0, true],
			[10, true],
			[20, true],
		]);
	});
});

describe('recordsOf', () => {
	test('takes a list of records, and nothing else', () => {
		expect(recordsOf([record(1)])).toEqual([record(1)]);
		for (const body of [{}, 'text', [1], null, undefined]) expect(recordsOf(body)).toBeUndefined();
	});
});
