import type { SessionCall } from '../call.ts';
import { header } from '../exchange.ts';
import type { SandboxRecord } from '../record.ts';
import { exception, httpError, jsonText, Refusal, type Reply } from '../reply.ts';
import { rulesOf } from '../rules/rules.ts';
import { parseBody } from '../wire/body.ts';
import { readRecord, type RecordInput } from '../wire/read.ts';
import { storedInput } from './alias.ts';
import { notFound, recordCall, recordWriter, type RecordCall } from './answer.ts';
import { saveDraft, type Saved } from './draft.ts';
import { echo } from './echo.ts';
import { selected } from './list.ts';

/** `PUT {Entity}`: inserts or updates; `If-None-Match: *` and `If-Match: *` allow one of the two only. */
export function putRecord(sessionCall: SessionCall): Reply {
	return save(recordCall(sessionCall), { mayInsert: true });
}

/** `PATCH {Entity}`: updates only. */
export function patchRecord(sessionCall: SessionCall): Reply {
	return save(recordCall(sessionCall), { mayInsert: false });
}

function save(call: RecordCall, { mayInsert }: { readonly mayInsert: boolean }): Reply {
	const input = readInput(call);
	refuseTooManyLines(call, input);
	const found = findTarget(call, input);
	const insertsOnly = header(call.exchange, 'if-none-match') === '*';
	const updatesOnly = header(call.exchange, 'if-match') === '*';
	if (insertsOnly && found !== undefined) throw precondition('The record exists already.');
	if (insertsOnly && !mayInsert) throw precondition('A PATCH request cannot insert.');
	if (updatesOnly && found === undefined) throw precondition('The record does not exist.');
	if (!mayInsert && found === undefined) {
		throw new Refusal(httpError(404, 'The record was not found.'));
	}
	return answer(call, saveDraft(call, input, { found, alwaysWrites: !mayInsert }));
}

function readInput({ entity, exchange, instance }: RecordCall): RecordInput {
	const input = readRecord(parseBody(exchange.body), entity.schema, {
		contract: entity.contract,
		settings: instance.settings,
	});
	return entity.alias === undefined ? input : storedInput(input, entity.alias);
}

/** By ID, by `$filter`, or by the key fields of the body. */
function findTarget(call: RecordCall, input: RecordInput): SandboxRecord | undefined {
	const { entity, exchange, instance, set } = call;
	if (input.id !== undefined) {
		const record = set.findById(input.id);
		if (record === undefined) throw notFound();
		return record;
	}
	if (exchange.query.has('$filter')) {
		const [first, second] = selected(call);
		if (second !== undefined && instance.settings.severalMatches === 'refuse') throw several();
		return first;
	}
	const { keyDefaults = {} } = rulesOf(entity.storedAs, set.keyFields);
	const keys = set.keyFields.map((field) => input.fields.get(field) ?? keyDefaults[field] ?? null);
	return keys.includes(null) ? undefined : set.find(keys);
}

function answer(call: RecordCall, saved: Saved): Reply {
	if (saved.errors !== undefined) return echo(call, saved.record, saved.errors);
	return jsonText(200, recordWriter(call)(saved.record, 1));
}

/** The guide advises requests of 500 lines; larger ones may run out of time. */
function refuseTooManyLines({ instance }: RecordCall, { details }: RecordInput): void {
	const { maxLinesPerRequest } = instance.settings;
	if ([...details.values()].every((rows) => rows.length <= maxLinesPerRequest)) return;
	throw new Refusal(
		exception(500, {
			exceptionMessage: 'Execution Timeout Expired.',
			exceptionType: 'System.Data.SqlClient.SqlException',
		}),
	);
}

function precondition(reason: string): Refusal {
	return new Refusal(httpError(412, `The precondition of the request is not met. ${reason}`));
}

function several(): Refusal {
	return new Refusal(
		exception(500, {
			exceptionMessage: 'More than one entity satisfies the condition.',
			exceptionType: 'PX.Api.ContractBased.MoreThanOneEntitySatisfiesTheConditionException',
		}),
	);
}
