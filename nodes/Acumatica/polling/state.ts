import { z } from 'zod';

import { isRecord } from '../contract/scalar';
import { areSeenChanges, seenChanges, type SeenChanges } from './seenChanges';
import type { InstantPosition } from './progress';
import type { Watch } from './window';

/** What a trigger remembers from poll to poll, in the platform's static data or cursor. */
export interface PollState extends Watch {
	readonly version: 1;
	/** Grows with every poll. */
	readonly serial: number;
	/** Instance, tenant and entity: on another one the watch begins anew. */
	readonly subject: string;
	/** Endpoint and parameters that the fields were found for; with others they are looked for again. */
	readonly foundFor: string;
	readonly field: string;
	readonly createdField?: string | undefined;
	readonly seen: SeenChanges;
	/** Records that were handed on as created, by the time of their creation, from `createdFrom` on. */
	readonly created: SeenChanges;
	readonly createdFrom: number;
	/** See `Position` of the drain. */
	readonly width?: number | undefined;
	readonly instant?: InstantPosition | undefined;
}

const time = z.number().finite();
const changes = z
	.custom<Record<string, string>>((value) => isRecord(value) && areSeenChanges(value))
	.transform((stored) => seenChanges(stored));
const shape = z.object({
	version: z.literal(1),
	serial: z.number().int(),
	subject: z.string(),
	foundFor: z.string(),
	field: z.string().min(1),
	createdField: z.string().min(1).optional(),
	readFrom: time,
	seenFrom: time,
	erpDate: time,
	localDate: time,
	seen: changes,
	created: changes,
	createdFrom: time,
	width: z.number().positive().finite().optional(),
	instant: z.object({ at: time, skip: z.number().int().min(0), isRead: z.boolean() }).optional(),
});

/** What the platform has kept. */
export type Stored =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'state'; readonly state: PollState }
	/** Somebody, or a fault, has changed it. `readFrom` is the last good watermark, where that is left. */
	| { readonly kind: 'damaged'; readonly readFrom: number | undefined };

/** @param stored the node's static data; read only */
export function readState(stored: unknown): Stored {
	if (!isRecord(stored) || (stored.state === undefined && stored.watermark === undefined))
		return { kind: 'nothing' };
	const parsed = shape.safeParse(stored.state);
	if (parsed.success) return { kind: 'state', state: parsed.data };
	const { watermark } = stored;
	const readFrom = typeof watermark === 'string' ? Date.parse(watermark) : Number.NaN;
	return { kind: 'damaged', readFrom: Number.isNaN(readFrom) ? undefined : readFrom };
}

/** What `readState` reads: the state, and beside it the watermark for people and for a damaged state. */
export function storedState({ seen, created, ...state }: PollState) {
	return {
		watermark: new Date(state.readFrom).toISOString(),
		state: { ...state, seen: seen.toJson(), created: created.toJson() },
	};
}

/** A state of its own: what it remembers can be added to. */
export function copyOf(state: PollState): PollState {
	return {
		...state,
		seen: seenChanges(state.seen.toJson()),
		created: seenChanges(state.created.toJson()),
	};
}
