import type { SandboxRecord } from '../record.ts';
import { isGuid } from '../wire/value.ts';
import type { RecordSet } from './recordSet.ts';

/**
 * The record that a path names: by ID where it is one GUID, else by the keys in their order; `|`
 * separates like `/`.
 */
export function findByPath(set: RecordSet, path: readonly string[]): SandboxRecord | undefined {
	const [first = ''] = path;
	if (path.length === 1 && isGuid(first)) return set.findById(first);
	return set.find(path.flatMap((segment) => segment.split('|')));
}
