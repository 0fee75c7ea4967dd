import type { ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionProperties, identityUrl, instanceUrl } from './connection';

/** OAuth 2.0, authorization code: people sign in to the ERP itself; n8n keeps and refreshes the token. */
export class AcumaticaOAuth2Api implements ICredentialType {
	name = 'acumaticaOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Acumatica OAuth2 API';

	icon = {
		light: 'file:../nodes/Acumatica/acumatica.svg',
		dark: 'file:../nodes/Acumatica/acumatica.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-acumatica-erp/n8n-nodes-acumatica-erp#credentials';

	properties: INodeProperties[] = [
		instanceUrl,
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Use PKCE',
			name: 'usePkce',
			type: 'hidden',
			default: true,
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: identityUrl('authorize'),
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: identityUrl('token'),
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'api offline_access',
			description:
				'Scopes to ask for, separated by spaces. With offline_access the connection lasts beyond one hour and takes one session of the license.',
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		...connectionProperties,
	];

	/**
	 * n8n's editor runs no test for this kind of credential; the API does. What an instance answers at
	 * the root of an endpoint is not documented; its description is.
	 */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.instanceUrl.trim().replace(/\\/+$/, "") }}',
			url: '=/entity{{ $credentials.endpointVersion ? `/${$credentials.endpointName || "Default"}/${$credentials.endpointVersion}/swagger.json` : "" }}',
			disableFollowRedirect: true,
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 404,
					message:
						'There is no such endpoint, or the Instance URL lacks the site name. Check Endpoint Name and Endpoint Version.',
				},
			},
		],
	};
}
