import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * n8n's own `oAuth2Api`, from which a credential type inherits its properties. Names, types,
 * defaults and display conditions are those of n8n-nodes-base 2.40 (not a dependency: it is 200 MB);
 * they decide what a credential that extends it ends up with. Texts play no part here.
 */
function property(
	name: string,
	type: INodeProperties['type'],
	more: Partial<INodeProperties> & Pick<INodeProperties, 'default'>,
): INodeProperties {
	return { displayName: name, name, type, ...more };
}

const registeredByHand = { useDynamicClientRegistration: [false] };
const withBrowser = { grantType: ['authorizationCode', 'pkce'], ...registeredByHand };
const withExtraBody = {
	grantType: ['clientCredentials'],
	authentication: ['body'],
	...registeredByHand,
};
const choice = (...values: readonly string[]) => values.map((value) => ({ name: value, value }));

export const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	genericAuth: true,
	properties: [
		property('useDynamicClientRegistration', 'hidden', { default: false }),
		property('grantType', 'options', {
			default: 'authorizationCode',
			displayOptions: { show: registeredByHand },
			options: choice('authorizationCode', 'clientCredentials', 'pkce'),
		}),
		property('serverUrl', 'string', {
			default: '',
			displayOptions: { show: { useDynamicClientRegistration: [true] } },
		}),
		property('authUrl', 'string', { default: '', displayOptions: { show: withBrowser } }),
		property('accessTokenUrl', 'string', {
			default: '',
			displayOptions: { show: registeredByHand },
		}),
		property('clientId', 'string', { default: '', displayOptions: { show: registeredByHand } }),
		property('clientCredentialType', 'hidden', { default: 'clientSecret' }),
		property('clientSecret', 'string', { default: '', displayOptions: { show: registeredByHand } }),
		property('privateKey', 'hidden', { default: '' }),
		property('certificate', 'hidden', { default: '' }),
		property('scope', 'string', { default: '', displayOptions: { show: registeredByHand } }),
		property('authQueryParameters', 'string', {
			default: '',
			displayOptions: { show: withBrowser },
		}),
		property('authentication', 'options', {
			default: 'header',
			displayOptions: { show: registeredByHand },
			options: choice('body', 'header'),
		}),
		property('sendAdditionalBodyProperties', 'boolean', {
			default: false,
			displayOptions: { show: withExtraBody },
		}),
		property('additionalBodyProperties', 'json', {
			default: '',
			displayOptions: { show: { ...withExtraBody, sendAdditionalBodyProperties: [true] } },
		}),
		property('ignoreSSLIssues', 'boolean', { default: false, doNotInherit: true }),
		property('tokenExpiredStatusCode', 'number', { default: 401, doNotInherit: true }),
		property('jweEnabled', 'boolean', { default: false, doNotInherit: true }),
	],
};

/** What n8n appends to the properties of `oAuth2Api` itself, and so to everything that extends it. */
export const tokenData: INodeProperties = property('oauthTokenData', 'json', { default: {} });
