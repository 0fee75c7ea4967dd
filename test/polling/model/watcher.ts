import type { IDataObject } from 'n8n-workflow';
import { systemClock } from '../../../nodes/Acumatica/transport/clock';
import { installed } from '../../support/acumaticaPackage.ts';
import { credentialFor } from '../../support/acumaticaRun.ts';
import { CredentialStore } from '../../support/credentialStore.ts';
import { connectOAuth2 } from '../../support/oauthConnection.ts';
import type { PollDatabase } from '../../support/poller.ts';
import type { Erp } from './erp.ts';
import type { Watcher } from './run.ts';

/** A connected OAuth2 credential with a pinned endpoint version: a poll is one request. */
export async function connected(sandbox: Erp['sandbox']): Promise<CredentialStore> {
	const tokens = await connectOAuth2(sandbox);
	const credential = await credentialFor({ sandbox, tokens }, 'oAuth2');
	return new CredentialStore({
		acumaticaOAuth2Api: { ...credential, endpointVersion: '24.200.001' },
	});
}

/** The trigger on sales orders, with n8n's clock in the hand of the history. */
export function triggerWatcher(
	credentials: CredentialStore,
	database: PollDatabase['kind'],
	options: IDataObject,
): Watcher {
	let ahead = 0;
	const now = Date.now;
	jest.spyOn(systemClock, 'date').mockImplementation(() => now() + ahead);
	return {
		installed,
		node: 'acumaticaTrigger',
		credentials,
		database,
		moveClock(milliseconds) {
			ahead += milliseconds;
		},
		parameters: {
			authentication: 'oAuth2',
			event: 'createdOrUpdated',
			entity: { __rl: true, mode: 'name', value: 'SalesOrder' },
			filterType: 'none',
			simplify: true,
			// Pages of five records: what is a burst for a page of a thousand is one for them as well.
			options: { maxRecordsPerPoll: 5, includeEvent: true, ...options },
		},
	};
}
