import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionProperties, instanceUrl } from './connection';

/**
 * OAuth 2.0 with the resource owner's password, from server to server. n8n's own OAuth2 credential has
 * no such grant; the node asks for the token itself, and signs the token's session out at the end.
 */
export class AcumaticaPasswordOAuth2Api implements ICredentialType {
	name = 'acumaticaPasswordOAuth2Api';

	displayName = 'Acumatica Password OAuth2 API';

	icon = {
		light: 'file:../nodes/Acumatica/acumatica.svg',
		dark: 'file:../nodes/Acumatica/acumatica.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-acumatica-erp/n8n-nodes-acumatica-erp#credentials';

	properties: INodeProperties[] = [
		instanceUrl,
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 88358B02-A48D-A50E-F710-39C1636C30F6@Company',
			description:
				'Of the form Connected Applications (SM303010), flow Resource Owner Password Credentials, with the tenant behind the @',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Username',
			name: 'username',
			type: 'string',
			default: '',
			required: true,
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'api',
			description: 'Scopes to ask for, separated by spaces',
		},
		...connectionProperties,
	];
}
