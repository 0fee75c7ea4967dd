import { anyCustomFields, customFieldTypesOf } from '../../contract/customFieldTypes';
import { mappedRecord } from '../../contract/mappedRecord';
import type { Place } from '../../contract/member';
import { RecordFault } from '../../contract/recordFault';
import { isRecord, type PlainRecord } from '../../contract/scalar';
import type { EndpointSchema } from '../../contract/schema';
import { untypedRecord } from '../../contract/untypedRecord';
import { readInputMode } from '../../parameters/inputMode';
import { readMappedValues } from '../../parameters/mappedValues';
import { jsonValue } from '../../parameters/parameterReader';
import { convertByDescription } from '../byDescription';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';
import { unknownNames } from '../unknownNames';

/**
 * Reads the parameters of an action, in plain values: as JSON, or mapped field by field. The types of
 * mapped ones come from the endpoint, and those of a dialog's fields from the form; an action without any
 * costs no look-up.
 *
 * @throws RecordFault when they are none, or one cannot take its value
 * @throws NodeOperationError when the action has no parameter of that name
 */
export async function readActionParameters(
	call: OperationCall,
	target: EntityTarget,
	action: string,
): Promise<PlainRecord> {
	if (readInputMode(call.parameters) === 'json') return readJson(call);
	const { values, automatic } = readMappedValues(call, 'parameterFields', 'Parameters');
	const names = Object.keys(values);
	if (names.length === 0) return {};
	const converted = await convertByDescription(call, target, async (schema) => {
		const place = await parametersOf(call, target, action, names, schema);
		return place && mappedRecord(values, place, call.zone);
	});
	if (converted === undefined) return untypedRecord(values);
	const { record, unknown } = converted;
	if (unknown.length > 0) throw unknownNames(call, `The action ${action}`, unknown, automatic);
	return record;
}

function readJson(call: OperationCall): PlainRecord {
	const value = call.parameters.read('parameters', 'Parameters (JSON)', jsonValue);
	if (isRecord(value)) return value;
	throw new RecordFault(
		'Parameters (JSON)',
		'must be an object with parameter names, for example { "ShipmentDate": "2026-01-31" }',
	);
}

/** The action as a place of names; undefined where nobody can tell its parameters. */
async function parametersOf(
	call: OperationCall,
	{ endpoint, entity }: EntityTarget,
	action: string,
	names: readonly string[],
	schema: EndpointSchema,
): Promise<Place | undefined> {
	const fields = schema.entities.get(entity)?.actions.get(action);
	const shape = { fields: fields ?? new Map(), linked: new Map(), details: new Map() };
	// The fields of a dialog take a look-up of their own: only where a name can be nothing else.
	if (names.every((name) => fields?.has(name))) return { schema, shape, custom: undefined };
	const adHoc = await call.discovery.adHocSchema(endpoint, entity).catch(() => undefined);
	const dialog = adHoc?.workflowActions.get(action);
	return fields === undefined && dialog === undefined
		? undefined
		: {
				schema,
				shape,
				custom: adHoc === undefined ? anyCustomFields : customFieldTypesOf(dialog ?? []),
			};
}
