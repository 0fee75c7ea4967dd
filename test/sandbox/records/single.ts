import type { SessionCall } from '../call.ts';
import { exception, httpError, jsonText, noContent, Refusal, type Reply } from '../reply.ts';
import { rulesOf } from '../rules/rules.ts';
import { notFound, recordCall, recordWriter, type RecordCall } from './answer.ts';
import { findByPath } from './address.ts';
import { removeRecord } from './storeRecord.ts';

/**
 * `GET {Entity}/{keys}` or `/{id}`.
 *
 * @throws Refusal 500 NoEntitySatisfiesTheConditionException
 */
export function getRecord(sessionCall: SessionCall): Reply {
	const call = recordCall(sessionCall);
	const record = findByPath(call.set, call.rest);
	if (record === undefined) throw notFound();
	return jsonText(200, recordWriter(call)(record, 1));
}

/**
 * `DELETE {Entity}/{keys}` or `/{id}`.
 *
 * @throws Refusal as the switch `missingDelete` says, 500 when a business rule forbids it
 */
export function deleteRecord(sessionCall: SessionCall): Reply {
	const call = recordCall(sessionCall);
	const record = findByPath(call.set, call.rest);
	if (record === undefined) return missing(call);
	const { entity, instance, session, set } = call;
	const rules = rulesOf(entity.storedAs, set.keyFields);
	const refusal = rules.refuseDelete?.(record, instance.records(session.tenant));
	if (refusal !== undefined) {
		throw new Refusal(
			exception(500, { exceptionMessage: refusal, exceptionType: 'PX.Data.PXException' }),
		);
	}
	removeRecord(instance.records(session.tenant), entity.storedAs, record);
	instance.ledger.wrote({
		at: instance.clock.now(),
		tenant: session.tenant,
		entity: entity.storedAs,
		id: record.id,
		keys: set.keysOf(record),
		kind: 'delete',
	});
	return noContent();
}

function missing({ instance }: RecordCall): Reply {
	switch (instance.settings.missingDelete) {
		case 'noContent':
			return noContent();
		case 'notFound':
			throw new Refusal(httpError(404, 'The record was not found.'));
		case 'exception':
			throw notFound();
	}
}
