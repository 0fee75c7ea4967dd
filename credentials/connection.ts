import type { INodeProperties } from 'n8n-workflow';

/** The connection block that all credentials share: which instance, which endpoint, what the license allows. */

export const instanceUrl: INodeProperties = {
	displayName: 'Instance URL',
	name: 'instanceUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://erp.example.com/Site',
	description: 'Address of your Acumatica, with the site name if there is one',
};

export const connectionProperties: INodeProperties[] = [
	{
		displayName: 'Endpoint Name',
		name: 'endpointName',
		type: 'string',
		default: 'Default',
		description: 'Endpoint to use, as on the form Web Service Endpoints (SM207060)',
	},
	{
		displayName: 'Endpoint Version',
		name: 'endpointVersion',
		type: 'string',
		default: '',
		placeholder: 'e.g. 24.200.001',
		description:
			'Leave empty to use the newest version that the instance publishes. Enter one in production, so that an upgrade of the ERP changes nothing.',
	},
	{
		displayName: 'Requests per Minute',
		name: 'requestsPerMinute',
		type: 'number',
		default: 100,
		typeOptions: { minValue: 1 },
		description:
			'Maximum number of web services API requests per minute of your license (License Monitoring Console, SM604000). Requests wait so as not to exceed it.',
	},
	{
		displayName: 'Concurrent Requests',
		name: 'concurrentRequests',
		type: 'number',
		default: 3,
		typeOptions: { minValue: 1 },
		description:
			'Maximum number of concurrent web services API requests of your license (SM604000). With cookie login each may take a session as well.',
	},
	{
		displayName: 'Ignore SSL Issues (Insecure)',
		name: 'ignoreSSLIssues',
		type: 'boolean',
		default: false,
		description: 'Whether to connect even if the certificate of the instance cannot be verified',
	},
];

/** Where the OAuth 2.0 pages of the instance are, for the expressions of n8n's own OAuth2 credential. */
export const identityUrl = (page: string): string =>
	`={{ $self["instanceUrl"].trim().replace(/\\/+$/, "") + "/identity/connect/${page}" }}`;
