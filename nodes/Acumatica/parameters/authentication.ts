import type { INodeProperties } from 'n8n-workflow';

/** How the node signs in; each way has a credential type of its own. */
export const authenticationProperty: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'OAuth2', value: 'oAuth2' },
		{ name: 'OAuth2 (User and Password)', value: 'passwordOAuth2' },
		{ name: 'Session (Cookie Login)', value: 'session' },
	],
	default: 'oAuth2',
};
