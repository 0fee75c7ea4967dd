import { notFound, type RecordCall } from '../records/answer.ts';
import { applyInput } from '../records/apply.ts';
import { draftOf, refusalOf } from '../records/draft.ts';
import { echo } from '../records/echo.ts';
import { exception, Refusal } from '../reply.ts';
import { ActionRefusal } from '../rules/action.ts';
import { Problems, type Draft } from '../rules/draft.ts';
import { rulesOf } from '../rules/rules.ts';
import type { RecordInput } from '../wire/read.ts';
import type { ActionInput } from './actionInput.ts';
import { ActionWork } from './actionWork.ts';
import type { LongFailure } from './longActions.ts';

/** An action that was asked for, with what came along. */
export interface Invocation {
	readonly call: RecordCall;
	readonly action: string;
	readonly input: ActionInput;
	readonly recordId: string;
}

/** The end of a long operation: the effect, on what the records are by then, or the failure. */
export function finish(
	invocation: Invocation,
	entry: { readonly fail: () => void },
	fails: string | LongFailure | undefined,
): void {
	try {
		if (fails !== undefined) throw failure(invocation, fails);
		store(invocation, perform(invocation, { isRehearsal: false }));
	} catch (error) {
		entry.fail();
		throw error;
	}
}

/** Stores what the action did; new records, and fields that came along, are writes of the ledger too. */
export function store({ call, input }: Invocation, work: ActionWork): void {
	const { instance, session, set, entity } = call;
	const made = work.store().map((one) => ({ ...one, kind: 'insert' as const }));
	const { record } = work;
	const own = {
		entity: entity.storedAs,
		record,
		keys: set.keysOf(record),
		kind: 'update' as const,
	};
	const hasWritten = carriesFields(input.entity, set.keyFields);
	for (const write of [...(hasWritten ? [own] : []), ...made]) {
		const { record: written, ...rest } = write;
		const at = instance.clock.now();
		instance.ledger.wrote({ ...rest, at, tenant: session.tenant, id: written.id });
	}
}

/**
 * Lets the action work on copies of the records.
 *
 * @throws Refusal 422 when the fields that came along, or the rules, do not allow it
 */
export function perform(
	{ call, action, input, recordId }: Invocation,
	{ isRehearsal }: { readonly isRehearsal: boolean },
): ActionWork {
	const { entity, instance, session, set } = call;
	const found = set.findById(recordId);
	// Deleted while the operation was running.
	if (found === undefined) throw notFound();
	const rules = rulesOf(entity.storedAs, set.keyFields);
	const draft = draftOf(call, found);
	if (carriesFields(input.entity, set.keyFields)) {
		const { settings } = instance;
		applyInput({ draft, rules, keyFields: set.keyFields, session, settings }, input.entity);
		rules.complete?.(draft);
	}
	if (draft.problems.found) {
		throw new Refusal(echo(call, draft.record, refusalOf(draft, rules)));
	}
	const work = new ActionWork(draft, input.parameters, isRehearsal);
	try {
		rules.actions?.[action]?.(work);
	} catch (error) {
		if (error instanceof ActionRefusal) throw refused(call, draft, error.message);
		throw error;
	}
	return work;
}

function carriesFields(input: RecordInput, keyFields: readonly string[]): boolean {
	return (
		[...input.fields.keys()].some((field) => !keyFields.includes(field)) ||
		input.linked.size + input.details.size + input.custom.length > 0 ||
		input.note !== undefined
	);
}

function refused(call: RecordCall, { record, problems }: Draft, reason: string): Refusal {
	return new Refusal(echo(call, record, problems.toErrors(record, reason)));
}

function failure({ call, recordId }: Invocation, fails: string | LongFailure): Refusal {
	const { text, status = 500 } = typeof fails === 'string' ? { text: fails } : fails;
	const record = call.set.findById(recordId);
	if (status === 422 && record !== undefined) {
		return new Refusal(echo(call, record, new Problems().toErrors(record, text)));
	}
	return new Refusal(
		exception(500, {
			exceptionMessage: text,
			exceptionType: 'PX.Data.PXOperationCompletedWithErrorException',
		}),
	);
}
