import { DateTime } from 'luxon';
import { z } from 'zod';

import { RecordFault } from '../contract/recordFault';
import { dateTimeOf } from '../contract/scalar';
import type { RecordQuery } from '../contract/query';
import type { OperationCall } from './operation';
import { namesOrNone, wholeNumber, yesOrNo } from '../parameters/parameterReader';

const text = z
	.union([z.string(), z.number(), z.null()])
	.optional()
	.transform((value) => String(value ?? '').trim());

/** The collection `options`, as far as requests for records are concerned. */
const entries = z
	.object({
		select: namesOrNone,
		expand: namesOrNone,
		custom: namesOrNone,
		pageSize: wholeNumber.optional(),
		businessDate: z.unknown(),
		branch: text,
		duplicateCheckField: text,
		checkBeforeFirstAttempt: yesOrNo(false),
		checkFieldLengths: yesOrNo(false),
		onlyIfUnchangedSince: z.unknown(),
		cacheSeconds: z.coerce.number().min(0).catch(0),
	})
	.passthrough();
// Nothing as in a workflow that was saved before the collection existed. A default would be taken as it
// is by zod 4, and parsed by zod 3: the host decides which of the two is there.
const recordOptions = z.preprocess((value) => value ?? {}, entries);

export interface RecordOptions {
	/** What to return of each record. */
	readonly query: RecordQuery;
	/** Business date and branch. */
	readonly headers: Readonly<Record<string, string>>;
	readonly pageSize: number;
	readonly duplicateCheckField: string;
	readonly checkBeforeFirstAttempt: boolean;
	readonly checkFieldLengths: boolean;
	/** As entered; `unchanged.ts` reads it. */
	readonly onlyIfUnchangedSince: unknown;
	readonly cacheSeconds: number;
}

const defaultPageSize = 1000;

/**
 * Reads the collection `options` of one item.
 *
 * @throws RecordFault when the business date is none, or the branch cannot stand in a header
 */
export function readRecordOptions(call: OperationCall): RecordOptions {
	const options = call.parameters.read('options', 'Options', recordOptions);
	const { select, expand, custom, duplicateCheckField } = options;
	return {
		query: { select, expand, custom },
		headers: { ...businessDate(options.businessDate), ...branch(options.branch) },
		pageSize: options.pageSize ?? defaultPageSize,
		duplicateCheckField,
		checkBeforeFirstAttempt: options.checkBeforeFirstAttempt,
		checkFieldLengths: options.checkFieldLengths,
		onlyIfUnchangedSince: options.onlyIfUnchangedSince,
		cacheSeconds: options.cacheSeconds,
	};
}

/** `PX-CbApiBusinessDate: 2026/01/31`, the form of the vendor's samples. */
function businessDate(value: unknown): Record<string, string> {
	if (value === undefined || value === null || value === '') return {};
	const date = dateTimeOf(value, (entered) =>
		DateTime.fromISO(entered.replace(/\//g, '-'), { setZone: true }),
	);
	if (!date.isValid) {
		throw new RecordFault(
			'Business Date',
			`holds "${String(value)}", which is not a date. Enter it as 2026-01-31`,
		);
	}
	return { 'PX-CbApiBusinessDate': date.toFormat('yyyy/MM/dd') };
}

function branch(name: string): Record<string, string> {
	if (name === '') return {};
	if (!/^[\x20-\x7e\xa0-\xff]+$/.test(name)) {
		throw new RecordFault(
			'Branch',
			`"${name}" has characters that cannot be sent. Use the branch ID instead`,
		);
	}
	return { 'PX-CbApiBranch': name };
}
