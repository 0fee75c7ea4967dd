import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import {
	endpointLabel,
	isUnderstood,
	newestVersion,
	parseEndpoints,
	type Endpoint,
} from '../contract/endpoint';
import { parseJson } from '../contract/json';
import { readAccount, type Account, type Authentication } from '../transport/account';
import { explain } from '../transport/explanation';
import { AccountFault } from '../transport/accountFault';
import { legacySend } from '../transport/legacySend';
import { redact } from '../transport/redaction';
import { isSuccess, type Exchange } from '../transport/request';
import { isSession, openSession, signInRequest, signOutRequest } from '../transport/signIn';

/**
 * Tests of the credentials that the node signs in with: signs in, reads which endpoints exist, and
 * signs out again, whatever came of it. A declarative test could not do the last.
 */
export const credentialTest = {
	async acumaticaApiTest(this: ICredentialTestFunctions, credential: ICredentialsDecrypted) {
		return await test(this, 'session', credential);
	},
	async acumaticaPasswordOAuth2ApiTest(
		this: ICredentialTestFunctions,
		credential: ICredentialsDecrypted,
	) {
		return await test(this, 'passwordOAuth2', credential);
	},
};

async function test(
	caller: ICredentialTestFunctions,
	authentication: Authentication,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	let account: Account;
	try {
		account = readAccount(authentication, credential.data);
	} catch (error) {
		return failed(error instanceof AccountFault ? error.message : 'The credential cannot be read');
	}
	const send = legacySend(caller, account);
	const session = openSession(account, await send(signInRequest(account)));
	if (!isSession(session))
		return failed(words({ ...session, phase: 'signIn' }, account, 'sign in to'));
	const listing = await send({
		method: 'GET',
		path: 'entity',
		headers: session.headers(),
		expect: 'json',
		replay: 'safe',
	}).finally(async () => await send(signOutRequest(session)));
	return isSuccess(listing)
		? judge(account, endpointsIn(listing.text))
		: failed(words(listing, account, 'read the endpoints of'));
}

function judge(
	{ endpointName: name, endpointVersion: version }: Account,
	endpoints: Endpoint[] | undefined,
): INodeCredentialTestResult {
	if (endpoints === undefined)
		return failed(
			'Signed in, but the address does not list endpoints, as an Acumatica would. Check the Instance URL.',
		);
	const labels = endpoints.filter(isUnderstood).map(endpointLabel).join(', ');
	const chosen = { name, version };
	const exists = endpoints.some((one) => one.name === name && one.version === version);
	if (
		version === '' ? newestVersion(endpoints, name) !== undefined : exists && isUnderstood(chosen)
	)
		return { status: 'OK', message: 'Connection successful' };
	const label = version === '' ? name : endpointLabel(chosen);
	return failed(
		exists
			? `Signed in, but this node does not understand ${label} yet. This ERP publishes ${labels}.`
			: `Signed in, but ${label} is not published. This ERP publishes ${labels}.`,
	);
}

function endpointsIn(text: string): Endpoint[] | undefined {
	try {
		return parseEndpoints(parseJson(text));
	} catch {
		return undefined;
	}
}

function words(exchange: Exchange, account: Account, doing: string): string {
	const { message, description } = explain(exchange, { doing }, account.baseUrl);
	return redact(`${message}. ${description}`, account.secrets).trim();
}

function failed(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
