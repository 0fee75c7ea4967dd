import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { jsonOf } from '../contract/json';
import { isRecord, type PlainRecord } from '../contract/scalar';
import type { ParameterReader } from './parameterReader';

/** An object, also as the JSON text that agents give. */
const values = z.preprocess(jsonRecord, z.custom<PlainRecord>(isRecord, 'must be an object'));

/** What the resource mapper stores; an agent or an expression may give just the values. */
const mapping = z.preprocess(
	jsonRecord,
	z
		.object({
			mappingMode: z.enum(['defineBelow', 'autoMapInputData']).catch('defineBelow'),
			value: values.nullish(),
			matchingColumns: z.array(z.string()).nullish(),
			schema: z.unknown(),
		})
		.passthrough(),
);

function jsonRecord(value: unknown): unknown {
	const isObject = typeof value === 'string' && value.trimStart().startsWith('{');
	return isObject ? (jsonOf(value) ?? value) : value;
}

/** Who maps: a running operation, on one item. */
export interface MappingCaller {
	readonly parameters: ParameterReader;
	readonly node: Pick<INode, 'parameters'>;
	/** The incoming item, for the automatic mapping. */
	readonly input: PlainRecord;
}

/** Values by field name, as they were mapped. */
export interface MappedValues {
	/** True where the incoming item itself is mapped, by the names of its fields. */
	readonly automatic: boolean;
	readonly values: PlainRecord;
	/** Fields that tell which record is meant; empty where nothing is chosen. */
	readonly matchBy: readonly string[];
}

/**
 * Reads a resource mapper as a whole: reading its `value` alone would have the platform convert it, which
 * turns `''` into 0 and moves calendar dates.
 *
 * @param caller whose parameters are read; its node holds them as they are stored
 * @throws NodeOperationError when the parameter holds no mapping
 */
export function readMappedValues(
	{ parameters, node, input }: MappingCaller,
	name: string,
	label: string,
): MappedValues {
	const read = parameters.read(name, label, mapping.nullish());
	const { mappingMode = 'defineBelow', value, matchingColumns, schema, ...rest } = read ?? {};
	const automatic = mappingMode === 'autoMapInputData';
	const isBare = value === undefined && schema === undefined;
	const given = touched(value ?? (isBare ? bareValues(rest) : {}), node.parameters[name]);
	return {
		automatic,
		values: automatic ? input : given,
		matchBy: matchingColumns ?? [],
	};
}

/** Settings of a resource mapper that nothing depends on here; they are no names of fields. */
const settings = ['attemptToConvertTypes', 'convertFieldsToString', 'ignoreTypeMismatchErrors'];

function bareValues(values: PlainRecord): PlainRecord {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !settings.includes(name)));
}

/** Null as it is stored is a field that nobody has touched; null by an expression is meant. */
function touched(values: PlainRecord, stored: unknown): PlainRecord {
	const raw = isRecord(stored) && isRecord(stored.value) ? stored.value : {};
	const isUntouched = (name: string) => Object.hasOwn(raw, name) && raw[name] === null;
	return Object.fromEntries(Object.entries(values).filter(([name]) => !isUntouched(name)));
}
