import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { connectionProperties, instanceUrl } from './connection';

/**
 * Cookie login. Nothing here authenticates requests: the node signs in with it, once per execution and
 * lane, and signs out again, since a session that stays open blocks one of the few that a license has.
 */
export class AcumaticaApi implements ICredentialType {
	name = 'acumaticaApi';

	displayName = 'Acumatica API';

	icon = {
		light: 'file:../nodes/Acumatica/acumatica.svg',
		dark: 'file:../nodes/Acumatica/acumatica.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-acumatica-erp/n8n-nodes-acumatica-erp#credentials';

	properties: INodeProperties[] = [
		instanceUrl,
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
			displayName: 'Tenant',
			name: 'tenant',
			type: 'string',
			default: '',
			placeholder: 'e.g. Company',
			description:
				'Login Name of the tenant, as on the form Tenants (SM203520). Without it, an instance with several tenants signs in to the default one.',
		},
		{
			displayName: 'Branch',
			name: 'branch',
			type: 'string',
			default: '',
			placeholder: 'e.g. PRODWHOLE',
			description:
				'Branch ID to sign in to (form Branches, CS102000). By default the default branch of the user.',
		},
		{
			displayName: 'Locale',
			name: 'locale',
			type: 'string',
			default: '',
			placeholder: 'e.g. en-US',
			description: 'Language of messages and drop-downs. By default the language of the user.',
		},
		...connectionProperties,
	];
}
