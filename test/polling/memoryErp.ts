import type { Change, DrainLimits, DrainSource } from '../../nodes/Acumatica/polling/progress';
import type { Stretch } from '../../nodes/Acumatica/polling/reader';

/** Records with the times of their last changes, listed by ID as the ERP lists them by key. */
export interface MemoryErp {
	readonly source: DrainSource;
	readonly stamps: Map<string, number>;
	readonly seen: Set<string>;
	/** What was asked, in order: `read`, `glimpse`. */
	readonly asked: string[];
	/** Called before each answer, with its number. */
	meanwhile: (request: number) => void;
}

export function memoryErp(changes: Iterable<readonly [string, number]>, now = 1e9): MemoryErp {
	const stamps = new Map(changes);
	const seen = new Set<string>();
	const asked: string[] = [];
	const changeOf = (record: Readonly<Record<string, unknown>>): Change => ({
		id: String(record.id),
		stamp: Number(record.stamp),
		record,
	});
	const answer =
		(kind: string) =>
		async (stretch: Stretch, most: number, skip = 0) => {
			erp.meanwhile(asked.length);
			asked.push(kind);
			const { from, to } = stretch;
			const records = [...stamps]
				.filter(([, stamp]) => stamp >= from && (to === undefined || stamp < to))
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.slice(skip, skip + most)
				.map(([id, stamp]) => ({ id, stamp }));
			return { records, date: now };
		};
	const erp: MemoryErp = {
		stamps,
		seen,
		asked,
		meanwhile: () => undefined,
		source: {
			reader: { read: answer('read'), glimpse: answer('glimpse') },
			changeOf,
			isSeen: ({ id, stamp }) => seen.has(`${id}@${stamp}`),
			now,
		},
	};
	return erp;
}

export function limits(pageSize: number, more: Partial<DrainLimits> = {}): DrainLimits {
	return {
		pageSize,
		glimpseSize: pageSize * 10,
		most: Number.POSITIVE_INFINITY,
		isOver: () => false,
		...more,
	};
}

/** `count` records, `apart` milliseconds from each other. */
export function spread(count: number, apart: number, start = 1000): Array<[string, number]> {
	return Array.from({ length: count }, (_, index) => [
		String((index * 7919) % 100_000).padStart(6, '0'),
		start + index * apart,
	]);
}
