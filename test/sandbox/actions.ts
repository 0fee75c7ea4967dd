import { contractOf, parameter, type SessionCall } from './call.ts';
import { databaseTime } from './clock.ts';
import { entityOf, type Entity } from './records/entity.ts';
import { notFound } from './records/answer.ts';
import { storedInput } from './records/alias.ts';
import { modified } from './records/stamps.ts';
import type { RecordSet } from './records/recordSet.ts';
import type { SandboxRecord } from './record.ts';
import { httpError, modelState, noContent, Refusal, type Reply } from './reply.ts';
import { rulesOf } from './rules/rules.ts';
import { parseBody } from './wire/body.ts';
import { readRecord } from './wire/read.ts';

/**
 * `POST {Entity}/{Action}` with the record under `entity`. Every known action answers 204; those with an
 * effect in the rules have it.
 *
 * @throws Refusal 404 for an unknown action, 400 without `entity`, 500 when it names no record
 */
export function invokeAction(call: SessionCall): Reply {
	const { instance, session } = call;
	const entity = entityOf(contractOf(call), parameter(call, 'entity'));
	const action = parameter(call, 'action');
	if (!Object.hasOwn(entity.facts.actions, action)) {
		throw new Refusal(
			httpError(
				404,
				'No HTTP resource was found that matches the request URI.',
				`There is no action '${action}'.`,
			),
		);
	}
	const set = instance.records(session.tenant).set(entity.storedAs);
	const record = findRecord(call, entity, set);
	const effect = rulesOf(entity.storedAs, set.keyFields).actions?.[action];
	if (effect !== undefined) {
		const changed = structuredClone(record);
		effect(changed);
		modified(changed, entity.schema, databaseTime(instance.clock.now()));
		set.put(changed);
	}
	return noContent();
}

/** Refuses `POST {Entity}`: records are written with PUT. */
export function refusePost(): Reply {
	throw new Refusal(httpError(406, 'The requested resource does not support http method POST.'));
}

function findRecord(call: SessionCall, entity: Entity, set: RecordSet): SandboxRecord {
	const body = parseBody(call.exchange.body);
	const key = Object.keys(body).find((name) => name.toLowerCase() === 'entity');
	const named = key === undefined ? undefined : body[key];
	if (typeof named !== 'object' || named === null || Array.isArray(named)) {
		throw new Refusal(modelState({ entity: ['The entity of the action is required.'] }));
	}
	const read = readRecord(Object.fromEntries(Object.entries(named)), entity.schema, {
		contract: entity.contract,
		settings: call.instance.settings,
	});
	const input = entity.alias === undefined ? read : storedInput(read, entity.alias);
	const record =
		input.id !== undefined
			? set.findById(input.id)
			: set.find(set.keyFields.map((field) => input.fields.get(field) ?? null));
	if (record === undefined) throw notFound();
	return record;
}
