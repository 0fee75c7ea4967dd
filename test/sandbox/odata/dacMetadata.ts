import { escapeHtml } from '../reply.ts';
import { dacTypes, type DacField, type DacType } from './dacTypes.ts';

/** Not the order of the names in the table: the document goes by namespaces. */
const namespaces = [...new Set(Object.values(dacTypes).map(({ namespace }) => namespace))].sort();

function propertyXml(name: string, { type, length, label }: DacField, hasLength: boolean): string {
	const facets = [
		hasLength && length !== undefined ? ` MaxLength="${length}"` : '',
		type === 'Edm.Decimal' ? ' Scale="Variable"' : '',
	];
	const start = `<Property Name="${name}" Type="${type}"${facets.join('')}`;
	if (label === undefined) return `${start}/>`;
	const term = 'Org.OData.Core.V1.Description';
	return `${start}><Annotation Term="${term}" String="${escapeHtml(label)}"/></Property>`;
}

function typeXml(name: string, dac: DacType, hasLengths: boolean): string {
	const base = dac.base === undefined ? '' : ` BaseType="${dac.base}"`;
	const keys = dac.keys.map((key) => `<PropertyRef Name="${key}"/>`).join('');
	const fields = Object.entries(dac.fields).map(([field, facts]) =>
		propertyXml(field, facts, hasLengths),
	);
	const navigation = Object.entries(dac.navigation ?? {}).map(
		([property, target]) => `<NavigationProperty Name="${property}" Type="${target}"/>`,
	);
	return [
		`<EntityType Name="${name}"${base}>`,
		...(keys === '' ? [] : [`<Key>${keys}</Key>`]),
		...fields,
		...navigation,
		'</EntityType>',
	].join('\n');
}

const schemaXml = (namespace: string, content: readonly string[]): string =>
	[
		`<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">`,
		...content,
		'</Schema>',
	].join('\n');

/** Each class can be read under its own name, and under one that has the namespace. */
function entitySets(name: string, { namespace }: DacType): string {
	return [name, `${namespace}.${name}`.replaceAll('.', '_')]
		.map((set) => `<EntitySet Name="${set}" EntityType="${namespace}.${name}"/>`)
		.join('\n');
}

/**
 * The description of the DAC-based OData interface (CSDL of OData 4.0).
 *
 * @param hasLengths whether texts say how long they may be
 */
export function dacMetadata({ hasLengths }: { readonly hasLengths: boolean }): string {
	const types = Object.entries(dacTypes);
	const schemas = namespaces.map((namespace) =>
		schemaXml(
			namespace,
			types
				.filter(([, dac]) => dac.namespace === namespace)
				.map(([name, dac]) => typeXml(name, dac, hasLengths)),
		),
	);
	const container = [
		'<EntityContainer Name="Container">',
		...types.map(([name, dac]) => entitySets(name, dac)),
		'</EntityContainer>',
	];
	return [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">',
		'<edmx:DataServices>',
		...schemas,
		schemaXml('Default', container),
		'</edmx:DataServices>',
		'</edmx:Edmx>',
	].join('\n');
}
