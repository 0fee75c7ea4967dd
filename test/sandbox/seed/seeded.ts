import type { FieldValue, SandboxRecord } from '../record.ts';
import { stableGuid } from './random.ts';

/**
 * Makes one record of the seed.
 *
 * @param kind entity or detail, the namespace of the ID
 * @param index its place there
 */
export function seeded(
	kind: string,
	index: number,
	fields: Record<string, FieldValue>,
	rest: Partial<Pick<SandboxRecord, 'note' | 'linked' | 'details' | 'custom'>> = {},
): SandboxRecord {
	const { note = null, linked = {}, details = {}, custom = {} } = rest;
	return { id: stableGuid(kind, index), note, fields, linked, details, custom };
}

/** A number with leading zeros, as numbering sequences make them: `000042`. */
export const numbered = (prefix: string, number: number): string =>
	`${prefix}${String(number).padStart(6, '0')}`;

/** An amount without the dust of binary fractions. */
export const money = (amount: number): number => Math.round(amount * 100) / 100;
