import { readSamples } from '../../nodes/Acumatica/polling/samples';
import type { Watched } from '../../nodes/Acumatica/polling/reader';
import { node } from '../support/operationCall.ts';

const now = Date.UTC(2026, 0, 31);
const hour = 3_600_000;
const asked: string[] = [];
const watchedWith = (ages: readonly number[]): Watched => ({
	async api({ query }) {
		const since = Date.parse(/datetimeoffset'([^']+)'/.exec(query?.$filter ?? '')?.[1] ?? '');
		asked.push(String(Math.round((now - since) / hour)));
		const body = ages
			.map((age) => new Date(now - age * hour))
			.filter((time) => time.getTime() >= since)
			.map((time, index) => ({ id: String(index), Changed: { value: time.toISOString() } }));
		return { status: 200, headers: {}, body };
	},
	node,
	path: 'x',
	entity: 'Customer',
	query: {},
	about: { doing: 'read changes of' },
});
const samples = async (ages: readonly number[]) => {
	asked.length = 0;
	const settings = { event: 'createdOrUpdated', includeEvent: false, simplify: true };
	const found = { field: 'Changed', createdField: undefined, date: now };
	return await readSamples(watchedWith(ages), settings as never, found, 0);
};

test('the latest come first, ten at most', async () => {
	const ages = Array.from({ length: 15 }, (_, index) => index / 20);
	const items = await samples(ages);
	expect(items).toHaveLength(10);
	expect(items[0]?.json.Changed).toBe(new Date(now).toISOString());
	expect(asked).toEqual(['1']);
});

test('looks further back until there are some', async () => {
	expect(await samples([100])).toHaveLength(1);
	expect(asked).toEqual(['1', '24', '720']);
	expect(await samples([])).toEqual([]);
	expect(asked).toHaveLength(4);
});
