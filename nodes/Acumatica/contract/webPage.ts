/** Gateways send fragments, too: a heading and no more. */
const webPageStart =
	/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|!--|(?:html|head|body|title|meta|center|div|h[1-6]|p)\b)/i;

/** True for HTML, whatever the content type claims. The contract-based API never sends any. */
export function looksLikeWebPage(text: string): boolean {
	return webPageStart.test(text.slice(0, 300));
}

/** The title of a web page on one line; empty where it has none. */
export function pageTitle(html: string): string {
	const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1] ?? '';
	return title.replace(/\s+/g, ' ').trim();
}
