import type { ContractFacts, SchemaFacts } from '../contract/contract.ts';
import { exception, httpError, Refusal } from '../reply.ts';

/** What of a record an answer shows. */
export interface Projection {
	/** undefined: all fields of the contract. */
	readonly fields?: ReadonlySet<string>;
	/** Linked entities and details that were asked for. */
	readonly nested: ReadonlyMap<string, Projection>;
	/** `View.Field` */
	readonly custom: ReadonlySet<string>;
	/** Expanded, and selected where anything is. */
	readonly showsFiles: boolean;
}

export interface ProjectionContext {
	readonly contract: ContractFacts;
	readonly schema: SchemaFacts;
	readonly expandLevels: number;
}

/**
 * Reads `$select`, `$expand` and `$custom` (contract version 4: paths, every level listed).
 *
 * @throws Refusal 400 for a path with too many levels, 500 for names that the contract does not have
 */
export function readProjection(query: URLSearchParams, context: ProjectionContext): Projection {
	const expand = paths(query, '$expand');
	const tooDeep = expand.find((path) => path.split('/').length > context.expandLevels);
	if (tooDeep !== undefined) {
		throw new Refusal(
			httpError(
				400,
				`The path '${tooDeep}' in $expand has more than ${context.expandLevels} levels.`,
			),
		);
	}
	return projectionOf(context.schema, context.contract, {
		select: paths(query, '$select'),
		expand,
		custom: paths(query, '$custom'),
	});
}

interface Asked {
	readonly select: readonly string[];
	readonly expand: readonly string[];
	readonly custom: readonly string[];
}

function projectionOf(schema: SchemaFacts, contract: ContractFacts, asked: Asked): Projection {
	const nested = new Map<string, Projection>();
	for (const name of asked.expand.filter((path) => !path.includes('/') && path !== 'files')) {
		const innerSchema = contract.schemas[schema.linked[name] ?? schema.details[name] ?? ''];
		if (innerSchema === undefined) throw unknownName(name);
		nested.set(name, projectionOf(innerSchema, contract, below(asked, name)));
	}
	const selected = asked.select.filter((path) => !path.includes('/'));
	const unknown = selected.find((name) => !isNameOf(schema, name));
	if (unknown !== undefined) throw unknownName(unknown);
	return {
		fields: asked.select.length > 0 ? new Set(selected) : undefined,
		nested,
		custom: new Set(asked.custom.filter((path) => !path.includes('/'))),
		showsFiles:
			asked.expand.includes('files') && (asked.select.length === 0 || selected.includes('files')),
	};
}

function isNameOf(schema: SchemaFacts, name: string): boolean {
	return (
		[schema.fields, schema.linked, schema.details].some((names) => Object.hasOwn(names, name)) ||
		['files', 'id', 'note', 'custom', 'rowNumber'].includes(name)
	);
}

function below(asked: Asked, name: string): Asked {
	const inside = (list: readonly string[]) =>
		list.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
	return {
		select: inside(asked.select),
		expand: inside(asked.expand),
		custom: inside(asked.custom),
	};
}

function paths(query: URLSearchParams, option: string): readonly string[] {
	return (query.get(option) ?? '')
		.split(',')
		.map((path) => path.trim())
		.filter((path) => path !== '');
}

function unknownName(name: string): Refusal {
	return new Refusal(
		exception(500, {
			exceptionMessage: `The given key '${name}' was not present in the dictionary.`,
			exceptionType: 'System.Collections.Generic.KeyNotFoundException',
		}),
	);
}
