import { mappedRecord, type MappedRecord } from '../../contract/mappedRecord';
import { anyCustomFields } from '../../contract/customFieldTypes';
import { placeOf, type Place } from '../../contract/member';
import { isReadOnlyField } from '../../contract/readOnlyFields';
import { isRecord, type PlainRecord } from '../../contract/scalar';
import type { EndpointSchema } from '../../contract/schema';
import { untypedRecord } from '../../contract/untypedRecord';
import { withoutIds } from '../../contract/withoutIds';
import { readMappedValues, type MappedValues } from '../../parameters/mappedValues';
import { convertByDescription } from '../byDescription';
import type { OperationCall } from '../operation';
import { certainKeyFields, type EntityTarget } from '../recordTarget';
import { unknownNames } from '../unknownNames';
import { isKeyValue } from './addressing';

export interface MappedInput {
	readonly record: PlainRecord;
	/** Fields by which the record is to be found; empty where none are chosen. */
	readonly matchBy: readonly string[];
	readonly place: Place | undefined;
}

/** What came of the mapping, and where its names were looked up. */
type Converted = MappedRecord & { readonly place: Place };

/**
 * Reads the record to write from the parameter `recordFields`, with the types of the endpoint's
 * description. That is downloaded at most once a day in a process, unless it lacks a name. Without one
 * (not every user may read it) nothing is guessed of values.
 *
 * @throws NodeOperationError that lists the names which the entity does not have
 * @throws RecordFault when a field cannot take its value
 */
export async function readMappedRecord(
	call: OperationCall,
	target: EntityTarget,
	creates: boolean,
): Promise<MappedInput> {
	const mapped = readMappedValues(call, 'recordFields', 'Fields');
	const { record, place } = await convertedRecord(call, target, mapped, creates);
	return { record: creates ? withoutIds(record) : record, matchBy: mapped.matchBy, place };
}

async function convertedRecord(
	call: OperationCall,
	target: EntityTarget,
	mapped: MappedValues,
	creates: boolean,
): Promise<Pick<MappedInput, 'record' | 'place'>> {
	const { values, automatic } = mapped;
	const isLeftOut = leavesOut(target, mapped, creates);
	const converted = await convertByDescription(
		call,
		target,
		async (schema) => await convert(call, target, values, isLeftOut, schema),
	);
	if (converted === undefined)
		return { record: untypedRecord(values, isLeftOut), place: undefined };
	const { unknown } = converted;
	if (unknown.length > 0) throw unknownNames(call, target.entity, unknown, automatic);
	return converted;
}

/** An item that was read elsewhere brings what cannot be written, and an ID that may be another record's. */
function leavesOut(
	target: EntityTarget,
	{ values, automatic, matchBy }: MappedValues,
	creates: boolean,
): (name: string) => boolean {
	const keys = certainKeyFields(target);
	const hasKeys = keys.length > 0 && keys.every((key) => isKeyValue(unwrapped(values[key])));
	const ignoresId =
		creates || (matchBy.length > 0 ? !matchBy.includes('id') : automatic && hasKeys);
	return (name) =>
		(automatic && isReadOnlyField(target.entity, name)) || (ignoresId && name === 'id');
}

/** Some map records as they came, with their `{value}`. */
function unwrapped(value: unknown): unknown {
	return isRecord(value) && 'value' in value ? value.value : value;
}

/** Asks for custom fields only where a name can be nothing else. */
async function convert(
	call: OperationCall,
	{ endpoint, entity }: EntityTarget,
	values: PlainRecord,
	isLeftOut: (name: string) => boolean,
	schema: EndpointSchema,
): Promise<Converted | undefined> {
	const place = placeOf(schema, entity);
	if (place === undefined) return undefined;
	const known = { ...mappedRecord(values, place, call.zone, isLeftOut), place };
	if (known.unknown.length === 0 && !namesCustom(known.record)) return known;
	// Not every user may read them; the ERP itself says what is wrong with a type.
	const custom = await call.discovery.customFields(endpoint, entity).catch(() => undefined);
	const withCustom = placeOf(schema, entity, custom ?? anyCustomFields);
	if (withCustom === undefined) return known;
	return { ...mappedRecord(values, withCustom, call.zone, isLeftOut), place: withCustom };
}

function namesCustom(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(namesCustom);
	return isRecord(value) && ('custom' in value || Object.values(value).some(namesCustom));
}
