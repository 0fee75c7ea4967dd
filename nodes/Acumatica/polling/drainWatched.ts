import { NodeOperationError, type INode } from 'n8n-workflow';

import type { WireRecord } from '../contract/scalar';
import { systemClock } from '../transport/clock';
import { drain, type Drained } from './drain';
import type { Change, DrainLimits, Position } from './progress';
import { changeReader, type ChangeReader, type Watched } from './reader';
import type { PollSettings } from './settings';
import { stampOf } from './stamp';
import type { PollState } from './state';
import type { Moment } from './window';

/** What a poll needs besides its state. */
export interface PollContext {
	readonly watched: Watched;
	readonly settings: PollSettings;
	readonly isOver: () => boolean;
	/** The moment of the ERP's first answer, by every clock. */
	readonly momentOf: (erpDate: number, exchange: Exchange) => Moment;
}

/** When a request was sent and its answer was there, on a clock that never jumps. */
export interface Exchange {
	readonly sent: number;
	readonly answered: number;
}

/** What was drained, and the exchange whose answer tells the ERP's time. */
export interface DrainedWatched extends Drained {
	readonly first: Exchange;
}

const pageSize = 1000;
const glimpseSize = 10_000;

export function limitsOf({ settings, isOver }: PollContext): DrainLimits {
	const most = settings.maxRecordsPerPoll;
	return { pageSize: Math.min(pageSize, most), glimpseSize, most, isOver };
}

/** Drains what is watched, told apart by what the state remembers. */
export async function drainWatched(
	{ watched, settings }: PollContext,
	state: PollState,
	start: Position,
	limits: DrainLimits,
): Promise<DrainedWatched> {
	const { field, createdField } = state;
	const tellsCreation = settings.event === 'updated' || settings.includeEvent;
	const needed = tellsCreation && createdField !== undefined ? [createdField] : [];
	let first: Exchange | undefined;
	const timed =
		(read: ChangeReader['read']): ChangeReader['read'] =>
		async (...asked) => {
			const sent = systemClock.now();
			const reading = await read(...asked);
			first ??= { sent, answered: systemClock.now() };
			return reading;
		};
	const reader = changeReader(watched, field, needed);
	const drained = await drain(
		{
			reader: { read: timed(reader.read), glimpse: timed(reader.glimpse) },
			changeOf: (record) => changeOf(record, field, watched.node),
			isSeen: ({ id, stamp }) => state.seen.has(id, stamp),
			now: state.erpDate,
		},
		start,
		limits,
	);
	const now = systemClock.now();
	return { ...drained, first: first ?? { sent: now, answered: now } };
}

function changeOf(record: WireRecord, field: string, node: INode): Change {
	const stamp = stampOf(record, field);
	if (typeof record.id === 'string' && stamp !== undefined) {
		return { id: record.id, stamp, record };
	}
	throw new NodeOperationError(
		node,
		stamp === undefined
			? `"${field}" of a record holds no time with its offset: changes cannot be told by it`
			: 'A record came without its ID: changes cannot be told apart',
		{ description: 'Choose another entity, or another field in the option Timestamp Field.' },
	);
}

/** The ERP's clock at the first answer; without one, the latest change tells how late it is at least. */
export function dateOf(
	{ date, changes }: Pick<Drained, 'date' | 'changes'>,
	state: PollState,
): number {
	return date ?? changes.reduce((latest, { stamp }) => Math.max(latest, stamp), state.erpDate);
}
