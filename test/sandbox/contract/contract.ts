/**
 * The shape of the condensed facts about one endpoint version (names, types, keys, actions), as
 * `condense.ts` writes them. The sandbox is driven by these facts alone: it has no list of entities
 * of its own.
 */

/** Value types as the contract names them, without the suffix `Value` (`StringValue` -> `String`). */
export type FieldType =
	| 'String'
	| 'Decimal'
	| 'Double'
	| 'Int'
	| 'Short'
	| 'Long'
	| 'Byte'
	| 'Boolean'
	| 'DateTime'
	| 'DateOnly'
	| 'Guid';

/** One schema of the document: a top-level entity, a linked entity or the rows of a detail. */
export interface SchemaFacts {
	readonly fields: Readonly<Record<string, FieldType>>;
	/** field name -> schema name of the linked entity */
	readonly linked: Readonly<Record<string, string>>;
	/** field name -> schema name of one detail row */
	readonly details: Readonly<Record<string, string>>;
}

export interface EntityFacts {
	/** The schema of this name in `schemas`. */
	readonly schema: string;
	/** Key fields in the order of the form; empty where nobody knows them. */
	readonly keys: readonly string[];
	/** action name -> its parameters */
	readonly actions: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
	/** Inquiries answer PUT with results and refuse lists. */
	readonly isInquiry: boolean;
}

export interface ContractFacts {
	readonly endpoint: { readonly name: string; readonly version: string };
	/** `info.version` of the document: 4 up to 2026 R1. */
	readonly contractVersion: number;
	readonly entities: Readonly<Record<string, EntityFacts>>;
	readonly schemas: Readonly<Record<string, SchemaFacts>>;
}
