import { encodeSegment } from '../contract/recordKey';
import { AccountFault } from './accountFault';

/**
 * The address of the instance with its site name, out of what people paste: a trailing slash, a
 * page of the ERP (`/Main?ScreenId=...`, `/Frames/Login.aspx`), an API address, or no `https://`.
 *
 * @throws AccountFault when it is empty or no web address
 */
export function normalizeInstanceUrl(entered: string): string {
	const trimmed = entered.trim();
	if (trimmed === '') {
		throw new AccountFault(
			'The credential has no Instance URL. Enter the address of your Acumatica, for example https://erp.example.com/Site.',
		);
	}
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (!URL.canParse(withScheme) || !/^https?:/i.test(withScheme)) {
		throw new AccountFault(
			`The credential's Instance URL "${trimmed}" is not a web address. Enter something like https://erp.example.com/Site.`,
		);
	}
	const url = new URL(withScheme);
	const page = url.search === '' ? '' : '|main|main\\.aspx';
	const path = url.pathname
		.replace(/\/\(W\(\d+\)\)/i, '')
		.replace(new RegExp(`/(?:entity|identity|frames|t/[^/]+/api${page})(?:/.*)?$`, 'i'), '')
		.replace(/\/+$/, '');
	return `${url.origin}${path}`;
}

/** Full address of a path below the instance. */
export function addressOf(
	baseUrl: string,
	path: string,
	query: Readonly<Record<string, string>> = {},
): string {
	const encoded = queryString(query);
	return `${baseUrl}/${path}${encoded === '' ? '' : `?${encoded}`}`;
}

/** The query as it is sent, without the question mark; empty where there is none. */
export function queryString(query: Readonly<Record<string, string>> = {}): string {
	return Object.entries(query)
		.map(([name, value]) => `${encodeParameterName(name)}=${encodeSegment(value)}`)
		.join('&');
}

/** `$filter` stays readable in logs; RFC 3986 allows the dollar sign in a query. */
function encodeParameterName(name: string): string {
	return encodeURIComponent(name).replace('%24', '$');
}
