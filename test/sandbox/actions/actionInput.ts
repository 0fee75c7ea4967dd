import type { FieldType } from '../contract/contract.ts';
import type { FieldValue } from '../record.ts';
import { storedInput } from '../records/alias.ts';
import type { RecordCall } from '../records/answer.ts';
import { isObject, malformed, parseBody, type JsonObject } from '../wire/body.ts';
import { readRecord, type RecordInput } from '../wire/read.ts';
import { readScalar } from '../wire/value.ts';

/** The body of an action, without the wrapping. */
export interface ActionInput {
	readonly entity: RecordInput;
	readonly parameters: Readonly<Record<string, FieldValue>>;
	/** Values of the action's dialog: view -> field -> value. */
	readonly custom: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Reads `{entity, parameters}`; the two names in any letter case.
 *
 * @param declared the action's parameters in the contract
 * @throws Refusal 400 for an empty body, one without `entity`, and whatever does not fit the contract
 */
export function readActionInput(
	{ exchange, entity, instance }: RecordCall,
	declared: Readonly<Record<string, FieldType>>,
): ActionInput {
	const body = parseBody(exchange.body);
	const named = member(body, 'entity');
	if (!isObject(named)) {
		throw malformed({ entity: ['The entity of the action is required.'] });
	}
	const { settings } = instance;
	const read = readRecord(named, entity.schema, { contract: entity.contract, settings });
	const { custom, ...parameters } = parameterObject(member(body, 'parameters'));
	const complaints: Record<string, string[]> = {};
	const values = readParameters(parameters, declared, settings.serverOffsetMinutes, complaints);
	const dialog = readDialog(custom, complaints);
	if (Object.keys(complaints).length > 0) throw malformed(complaints);
	return {
		entity: entity.alias === undefined ? read : storedInput(read, entity.alias),
		parameters: values,
		custom: dialog,
	};
}

function member(body: JsonObject, name: string): unknown {
	return Object.entries(body).find(([key]) => key.toLowerCase() === name)?.[1];
}

function parameterObject(value: unknown): JsonObject {
	if (value === undefined || value === null) return {};
	if (isObject(value)) return value;
	throw malformed({ parameters: ['The parameters must be one JSON object.'] });
}

function readParameters(
	parameters: JsonObject,
	declared: Readonly<Record<string, FieldType>>,
	offsetMinutes: number,
	complaints: Record<string, string[]>,
): Record<string, FieldValue> {
	const values: Record<string, FieldValue> = {};
	for (const [name, wrapped] of Object.entries(parameters)) {
		const type = Object.hasOwn(declared, name) ? declared[name] : undefined;
		const place = `parameters.${name}`;
		if (type === undefined) {
			complaints[place] = [`Could not find member '${name}' in the contract.`];
		} else if (!isObject(wrapped)) {
			complaints[place] = [`Error converting ${JSON.stringify(wrapped)} to type '${type}Value'.`];
		} else if (Object.hasOwn(wrapped, 'value')) {
			const value = readScalar({ field: name, type }, wrapped.value, offsetMinutes);
			if (value !== undefined) values[name] = value;
			else complaints[place] = [`Error converting value to type '${type}'.`];
		}
	}
	return values;
}

/** Which fields a dialog has is nowhere published: any are taken. */
function readDialog(
	custom: unknown,
	complaints: Record<string, string[]>,
): Record<string, Record<string, unknown>> {
	if (custom === undefined || custom === null) return {};
	const views: Record<string, Record<string, unknown>> = {};
	for (const [view, fields] of Object.entries(isObject(custom) ? custom : { '': custom })) {
		const values = Object.entries(isObject(fields) ? fields : { '': fields });
		for (const [field, wrapped] of values) {
			if (isObject(wrapped) && field !== '' && view !== '') {
				(views[view] ??= {})[field] = wrapped.value ?? null;
			} else {
				complaints[`parameters.custom.${view}`] = [
					'Dialog values stand under custom by view and field, as objects.',
				];
			}
		}
	}
	return views;
}
