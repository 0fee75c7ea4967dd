import type { Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica } from './acumaticaRun.ts';

/**
 * Makes what runs update or upsert with values as the panel maps them, field by field.
 *
 * @param sandbox asked at each run, since it is not there yet where a test file begins
 */
export function mappedWriter(sandbox: () => Sandbox) {
	return async (
		operation: 'update' | 'upsert',
		value: Readonly<Record<string, unknown>>,
		matchingColumns: readonly string[],
		entity = 'SalesOrder',
	) => {
		const recordFields = { mappingMode: 'defineBelow', value, matchingColumns, schema: [] };
		const parameters = { entity, inputMode: 'fields', recordFields };
		return await runAcumatica({ sandbox: sandbox(), operation, parameters });
	};
}
