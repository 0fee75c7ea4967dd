import { parameter, type SessionCall } from '../call.ts';
import type { FieldType } from '../contract/contract.ts';
import type { SandboxRecord } from '../record.ts';
import { notFound, recordCall, type RecordCall } from '../records/answer.ts';
import type { Entity } from '../records/entity.ts';
import { httpError, Refusal, type Reply } from '../reply.ts';
import { rulesOf } from '../rules/rules.ts';
import { workflowActions } from '../seed.ts';
import type { RecordInput } from '../wire/read.ts';
import { readActionInput } from './actionInput.ts';
import { accepted, done } from './actionStatus.ts';
import { finish, perform, store, type Invocation } from './invocation.ts';

/**
 * `POST {Entity}/{Action}`: `entity` names the record, by ID or keys; its other fields are written first.
 * Answers 204 when the action is done, 202 when it goes on in the background.
 *
 * @throws Refusal 404 for an unknown action, 400 for a malformed body, 500 when `entity` names no record,
 * 422 with the record when its fields or the business rules do not allow the action
 */
export function invokeAction(sessionCall: SessionCall): Reply {
	const call = recordCall(sessionCall);
	const { instance, entity } = call;
	const action = parameter(call, 'action');
	const input = readActionInput(call, declaredParameters(entity, action));
	const record = findRecord(call, input.entity);
	const invocation = { call, action, input, recordId: record.id };
	const long = instance.longActions.find(entity.name, action);
	// What is refused is refused at once, and counts as not started.
	const work = perform(invocation, { isRehearsal: long !== undefined });
	const entry = note(invocation, record);
	if (long === undefined) {
		store(invocation, work);
		return done(call, record.id);
	}
	const { id } = instance.operations.start({
		session: call.session.number,
		form: entity.storedAs,
		name: `${entity.name}/${action}`,
		takes: long.takes ?? 300,
		interrupted: instance.interrupted,
		finish: () => finish(invocation, entry, long.fails),
	});
	return accepted(call, id, long.location ?? 'relative');
}

/** Refuses `POST {Entity}`: records are written with PUT. */
export function refusePost(): Reply {
	throw new Refusal(httpError(406, 'The requested resource does not support http method POST.'));
}

/** @throws Refusal 404 where neither the contract nor the form's workflow has the action */
function declaredParameters(
	{ facts, storedAs }: Entity,
	action: string,
): Readonly<Record<string, FieldType>> {
	const declared = Object.hasOwn(facts.actions, action) ? facts.actions[action] : undefined;
	if (declared !== undefined) return declared;
	if (Object.hasOwn(workflowActions[storedAs] ?? {}, action)) return {};
	throw new Refusal(
		httpError(
			404,
			'No HTTP resource was found that matches the request URI.',
			`There is no action '${action}'.`,
		),
	);
}

function findRecord({ entity, set }: RecordCall, input: RecordInput): SandboxRecord {
	const { keyDefaults = {} } = rulesOf(entity.storedAs, set.keyFields);
	const record =
		input.id !== undefined
			? set.findById(input.id)
			: set.find(
					set.keyFields.map((field) => input.fields.get(field) ?? keyDefaults[field] ?? null),
				);
	if (record === undefined) throw notFound();
	return record;
}

function note({ call, action, input }: Invocation, record: SandboxRecord) {
	const { entity, instance, session, set } = call;
	const hasDialog = Object.keys(input.custom).length > 0;
	return instance.ledger.acted({
		at: instance.clock.now(),
		tenant: session.tenant,
		entity: entity.storedAs,
		action,
		id: record.id,
		keys: set.keysOf(record),
		parameters: hasDialog ? { ...input.parameters, custom: input.custom } : input.parameters,
	});
}
