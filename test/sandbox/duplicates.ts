import type { LedgerWrite } from './ledgerEntry.ts';

/** Records of one entity and tenant that carry the same reference. */
export interface Duplicate {
	readonly tenant: string;
	readonly entity: string;
	readonly reference: string;
	readonly ids: readonly string[];
}

/**
 * What was created twice, by the caller's own reference: records that are there now, at least one of them
 * created here.
 *
 * @param writes in their order; the latest says what a record is like now
 */
export function duplicatesAmong(writes: readonly LedgerWrite[]): readonly Duplicate[] {
	const inserted = new Set(writes.filter(({ kind }) => kind === 'insert').map(addressOf));
	const latest = new Map(writes.map((write) => [addressOf(write), write]));
	const groups = new Map<string, LedgerWrite[]>();
	for (const write of latest.values()) {
		const { tenant, entity, reference } = write;
		if (write.kind === 'delete' || reference === undefined) continue;
		const group = JSON.stringify([tenant, entity, reference]);
		groups.set(group, [...(groups.get(group) ?? []), write]);
	}
	return [...groups.values()]
		.filter((group) => group.length > 1 && group.some((write) => inserted.has(addressOf(write))))
		.flatMap((group) => {
			const [{ tenant, entity, reference } = {}] = group;
			if (tenant === undefined || entity === undefined || reference === undefined) return [];
			return [{ tenant, entity, reference, ids: group.map(({ id }) => id) }];
		});
}

function addressOf({ tenant, entity, id }: LedgerWrite): string {
	return JSON.stringify([tenant, entity, id]);
}
