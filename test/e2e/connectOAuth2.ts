import { z } from 'zod';
import type { RestClient } from './restClient.ts';

/**
 * Connects an OAuth2 credential as a person does who clicks *Connect my account*: n8n's address of the
 * consent page, the page itself, its button *Allow*, and back to n8n, which fetches the token.
 * @throws when one of the three gives another answer than the browser would need to go on
 */
export async function connectOAuth2(
	client: RestClient,
	serverUrl: string,
	credentialId: string,
): Promise<void> {
	const address = await client.call('GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
	const consentUrl = z.string().url().parse(address);
	const page = await (await fetch(consentUrl)).text();
	const answer = await fetch(consentUrl, {
		method: 'POST',
		redirect: 'manual',
		body: new URLSearchParams([...hiddenFields(page), ['decision', 'allow']]),
	});
	const callback = answer.headers.get('location') ?? '';
	if (
		answer.status !== 302 ||
		!callback.startsWith(`${serverUrl}/rest/oauth2-credential/callback`)
	) {
		throw new Error(`The consent page answered ${answer.status}, location "${callback}".`);
	}
	const connected = await fetch(callback, { headers: { cookie: client.cookie() } });
	const text = await connected.text();
	if (!text.includes('Connection successful')) {
		throw new Error(`n8n did not take the authorization code: ${errorOf(text)}`);
	}
}

function hiddenFields(page: string): [string, string][] {
	return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
		([, name = '', value = '']) => [plainText(name), plainText(value)],
	);
}

function plainText(html: string): string {
	const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return html.replace(
		/&(amp|lt|gt|quot|#39);/g,
		(entity, name: string) => characters[name] ?? entity,
	);
}

function errorOf(page: string): string {
	return page
		.slice(page.indexOf('<body'))
		.replace(/<script[^]*<\/script>|<[^>]+>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
