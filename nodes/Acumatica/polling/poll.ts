import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { systemClock } from '../transport/clock';
import { watchedOf, withinBudget, type PollSession } from './pollSession';
import { aloneOf } from './process';
import { readSamples } from './samples';
import { pollParameters, readSettings, type PollSettings } from './settings';
import { findTimestampFields } from './timestampField';
import { watch } from './watch';

type Items = INodeExecutionData[][];

/**
 * One poll of the trigger: every change since the last one, each once, or null where there is none. A
 * poll that fails changes nothing, and the next one reads the same changes. In the editor it returns
 * samples.
 *
 * @throws NodeApiError or NodeOperationError with nothing handed on
 */
export async function poll(caller: IPollFunctions): Promise<Items | null> {
	const settings = readSettings(pollParameters(caller), caller.getNode(), caller.getTimezone());
	const { authentication } = settings;
	if (caller.getMode() === 'manual') {
		return await withinBudget(
			caller,
			authentication,
			async (session) => await sample(caller, session, settings),
		);
	}
	const node = `${caller.getWorkflow().id ?? ''}\n${caller.getNode().id}`;
	const result = await aloneOf(node, async () => {
		return await withinBudget(
			caller,
			authentication,
			async (session) => await watch(caller, session, settings, node),
		);
	});
	if (result === undefined) {
		caller.logger.debug('Acumatica: the poll before is not over yet, so this one is left out');
		return null;
	}
	return result;
}

/** The watermark stays where it is. */
async function sample(
	caller: IPollFunctions,
	session: PollSession,
	settings: PollSettings,
): Promise<Items | null> {
	const { watched, discovery, endpoint } = await watchedOf(caller, session, settings);
	const found = await findTimestampFields(watched, discovery, endpoint, settings);
	const items = await readSamples(watched, settings, found, systemClock.date());
	return items.length === 0 ? null : [items];
}
