import { mappedRecord, type MappedRecord } from '../../contract/mappedRecord';
import { anyCustomFields } from '../../contract/customFieldTypes';
import { placeOf, type Place } from '../../contract/member';
import { isReadOnlyField } from '../../contract/readOnlyFields';
import { isRecord, type PlainRecord } from '../../contract/scalar';
import type { EndpointSchema } from '../../contract/schema';
import { untypedRecord } from '../../contract/untypedRecord';
import { readMappedValues, type MappedValues } from '../../parameters/inputMode';
import type { OperationCall } from '../operation';
import type { EntityTarget } from '../recordTarget';
import { unknownNames } from '../unknownNames';

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
	const { matchBy } = mapped;
	const lasting = await call.discovery.lastingSchema(target.endpoint);
	const known = await convert(call, target, mapped, creates, lasting);
	if (known === undefined)
		return { record: untypedRecord(mapped.values, creates), matchBy, place: undefined };
	if (known.unknown.length === 0) return { ...known, matchBy };
	// The description may be a day old: the field may have come since.
	const schema = await call.discovery.schema(target.endpoint);
	const afresh = schema === lasting ? known : await convert(call, target, mapped, creates, schema);
	if (afresh !== undefined && afresh.unknown.length === 0) return { ...afresh, matchBy };
	throw unknownNames(call, target.entity, afresh?.unknown ?? known.unknown, mapped.automatic);
}

/** Asks for custom fields only where a name can be nothing else. */
async function convert(
	call: OperationCall,
	{ endpoint, entity }: EntityTarget,
	{ values, automatic, matchBy }: MappedValues,
	creates: boolean,
	schema: EndpointSchema | undefined,
): Promise<Converted | undefined> {
	const place = schema === undefined ? undefined : placeOf(schema, entity);
	if (schema === undefined || place === undefined) return undefined;
	// An item that was read elsewhere brings what cannot be written. A new record gets its own ID, and one
	// that is found by other fields must not be found by the ID that an item happens to have.
	const ignoresId = creates || (matchBy.length > 0 && !matchBy.includes('id'));
	const isLeftOut = (name: string) =>
		(automatic && isReadOnlyField(entity, name)) || (ignoresId && name === 'id');
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
