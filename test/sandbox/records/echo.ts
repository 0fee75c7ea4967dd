import type { SandboxRecord } from '../record.ts';
import { jsonText, type Reply } from '../reply.ts';
import type { Projection } from '../wire/projection.ts';
import type { RecordErrors } from '../wire/write.ts';
import { shownAs } from './alias.ts';
import { recordWriter, type RecordCall } from './answer.ts';

/** 422: the record that was refused, with what is wrong at the places where it is wrong. */
export function echo(
	call: RecordCall,
	record: SandboxRecord,
	errors: ReadonlyMap<SandboxRecord, RecordErrors>,
): Reply {
	const { alias } = call.entity;
	const shown = alias === undefined ? record : shownAs(record, alias);
	const whole = { ...call, projection: expandedLike(shown, call.projection) };
	return jsonText(422, recordWriter(whole, errors)(record, 1));
}

/** An echo shows every nested entity that the record holds, asked for or not: the error may be there. */
function expandedLike(record: SandboxRecord, asked: Projection): Projection {
	const nested = new Map(asked.nested);
	const inside: readonly (readonly [string, readonly SandboxRecord[]])[] = [
		...Object.entries(record.linked).map(([name, inner]) => [name, [inner]] as const),
		...Object.entries(record.details),
	];
	const everything = { nested: new Map(), custom: new Set<string>(), showsFiles: false };
	for (const [name, [first]] of inside) {
		nested.set(name, first === undefined ? everything : expandedLike(first, everything));
	}
	return { ...asked, fields: undefined, nested };
}
