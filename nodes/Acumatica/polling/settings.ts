import { NodeOperationError, type INode, type IPollFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';
import { z } from 'zod';

import type { Endpoint } from '../contract/endpoint';
import type { RecordQuery } from '../contract/query';
import { dateTimeOf } from '../contract/scalar';
import {
	namesOrNone,
	parameterReader,
	wholeNumber,
	yesOrNo,
	type ParameterReader,
} from '../parameters/parameterReader';
import { readEndpoint, readEntityName } from '../parameters/place';
import { authentications, type Authentication } from '../transport/account';

export const events = ['createdOrUpdated', 'created', 'updated'] as const;

export type WatchedEvent = (typeof events)[number];

/** The trigger's parameters, read and checked; the filter is read where the schema is at hand. */
export interface PollSettings {
	readonly authentication: Authentication;
	readonly endpoint: Endpoint | undefined;
	readonly entity: string;
	readonly event: WatchedEvent;
	readonly simplify: boolean;
	readonly query: Pick<RecordQuery, 'select' | 'expand' | 'custom'>;
	/** Milliseconds in which a change may become visible after it was made. */
	readonly overlap: number;
	/** Milliseconds since 1970; undefined: from the activation on. */
	readonly startFrom: number | undefined;
	/** Empty: whichever the entity has. */
	readonly timestampField: string;
	readonly maxRecordsPerPoll: number;
	readonly includeEvent: boolean;
	readonly repeatAfterRestart: boolean;
}

const entries = z
	.object({
		select: namesOrNone,
		expand: namesOrNone,
		custom: namesOrNone,
		overlapSeconds: z.coerce
			.number({ message: 'enter a number of seconds' })
			.min(0, 'enter 0 or more')
			.max(86_400, 'enter at most a day')
			.optional(),
		startFrom: z.unknown(),
		timestampField: z
			.string()
			.trim()
			.regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, 'enter the name of a field')
			.or(z.literal(''))
			.nullish(),
		maxRecordsPerPoll: wholeNumber.nullish(),
		includeEvent: yesOrNo(false),
		repeatAfterRestart: yesOrNo(false),
	})
	.passthrough();
const options = z.preprocess((value) => value ?? {}, entries);

const defaultOverlap = 120;
const defaultMost = 10_000;

/** The parameters of a poll, which has no items. */
export function pollParameters(caller: IPollFunctions): ParameterReader {
	const source = {
		getNode: () => caller.getNode(),
		getNodeParameter: (name: string, _itemIndex: number, fallback: null): unknown =>
			caller.getNodeParameter(name, fallback),
	};
	return parameterReader(source, 0);
}

/**
 * @param zone the workflow's time zone, for times that are entered without one
 * @throws NodeOperationError that names the parameter which cannot be used
 */
export function readSettings(parameters: ParameterReader, node: INode, zone: string): PollSettings {
	const chosen = parameters.read('options', 'Options', options);
	return {
		authentication: parameters.read('authentication', 'Authentication', z.enum(authentications)),
		endpoint: readEndpoint({ parameters, node }),
		entity: readEntityName({ parameters, node }),
		event: parameters.read('event', 'Event', z.enum(events)),
		simplify: parameters.read('simplify', 'Simplify', yesOrNo(true)),
		query: { select: chosen.select, expand: chosen.expand, custom: chosen.custom },
		overlap: (chosen.overlapSeconds ?? defaultOverlap) * 1000,
		startFrom: readStart(chosen.startFrom, node, zone),
		timestampField: chosen.timestampField ?? '',
		maxRecordsPerPoll: chosen.maxRecordsPerPoll ?? defaultMost,
		includeEvent: chosen.includeEvent,
		repeatAfterRestart: chosen.repeatAfterRestart,
	};
}

/** The editor's date picker gives times without an offset. */
function readStart(value: unknown, node: INode, zone: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = dateTimeOf(value, (entered) =>
		DateTime.fromISO(entered.replace(' ', 'T'), { zone }),
	);
	if (time.isValid) return time.toMillis();
	throw new NodeOperationError(node, `Start From holds "${String(value)}", which is not a time`, {
		description: 'Enter it as 2026-01-31T08:00:00Z, or leave it empty to begin at the activation.',
	});
}
