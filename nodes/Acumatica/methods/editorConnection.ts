import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { parseEndpointLabel, type Endpoint } from '../contract/endpoint';
import { authentications, type Authentication } from '../transport/account';
import { connect } from '../transport/connect';
import type { Lane } from '../transport/lane';

/** People wait for a list: what takes longer than this is better typed. */
const patience = { timeout: () => 60_000, maxTotalWait: 10_000 };

/** Looks something up for the editor, in a session that is signed out afterwards. */
export async function lookUp<T>(
	caller: ILoadOptionsFunctions,
	look: (lane: Lane) => Promise<T>,
): Promise<T> {
	const connection = await connect(caller, {
		authentication: chosenAuthentication(caller),
		...patience,
	});
	try {
		return await look(connection.openLane());
	} finally {
		await connection.close();
	}
}

function chosenAuthentication(caller: ILoadOptionsFunctions): Authentication {
	const chosen = caller.getCurrentNodeParameter('authentication');
	return authentications.find((authentication) => authentication === chosen) ?? 'oAuth2';
}

/** The endpoint that overrides the credential's, where one is chosen. */
export function chosenEndpoint(caller: ILoadOptionsFunctions): Endpoint | undefined {
	return parseEndpointLabel(locatorValue(caller, 'endpoint'));
}

/** The value of a resource locator as the editor holds it now; empty while nothing is chosen. */
export function locatorValue(caller: ILoadOptionsFunctions, name: string): string {
	const value = caller.getCurrentNodeParameter(name, { extractValue: true });
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
