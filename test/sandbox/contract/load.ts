import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ContractFacts } from './contract.ts';

const fieldType = z.enum([
	'String',
	'Decimal',
	'Double',
	'Int',
	'Short',
	'Long',
	'Byte',
	'Boolean',
	'DateTime',
	'DateOnly',
	'Guid',
]);

/** The shape of the files beside this one. */
export const contractFacts = z.object({
	endpoint: z.object({ name: z.string(), version: z.string() }),
	contractVersion: z.number().int(),
	entities: z.record(
		z.string(),
		z.object({
			schema: z.string(),
			keys: z.array(z.string()),
			actions: z.record(z.string(), z.record(z.string(), fieldType)),
			isInquiry: z.boolean(),
		}),
	),
	schemas: z.record(
		z.string(),
		z.object({
			fields: z.record(z.string(), fieldType),
			linked: z.record(z.string(), z.string()),
			details: z.record(z.string(), z.string()),
		}),
	),
});

const published = [
	{ name: 'Default', version: '20.200.001' },
	{ name: 'Default', version: '23.200.001' },
	{ name: 'Default', version: '24.200.001' },
	{ name: 'Default', version: '25.200.001' },
	{ name: 'Shop.Sync', version: '6' },
] as const;

const loaded = new Map<string, ContractFacts>();

/** The endpoints of which the sandbox has a contract, in the order in which it lists them. */
export function endpoints(): readonly { readonly name: string; readonly version: string }[] {
	return published;
}

/**
 * The facts about one endpoint version, read once per process.
 *
 * @param name endpoint name, exactly as published
 * @param version endpoint version, free text
 * @returns undefined when the sandbox publishes no such endpoint
 * @throws ZodError when the file was edited into another shape
 */
export function loadContract(name: string, version: string): ContractFacts | undefined {
	const endpoint = published.find((one) => one.name === name && one.version === version);
	if (endpoint === undefined) return undefined;
	const file = `${endpoint.name}-${endpoint.version}.json`;
	const known = loaded.get(file);
	if (known !== undefined) return known;
	const text = readFileSync(join(import.meta.dirname, file), 'utf8');
	const contract = contractFacts.parse(JSON.parse(text));
	loaded.set(file, contract);
	return contract;
}

/** The contract under whose names the sandbox keeps its records, whatever endpoint shows them. */
export function storedContract(): ContractFacts {
	const contract = loadContract('Default', '25.200.001');
	if (contract === undefined) throw new Error('Default/25.200.001 is not published.');
	return contract;
}
