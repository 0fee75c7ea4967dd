/**
 * Blots out secrets in a text that people will see: the given ones wherever they stand (also
 * percent-encoded), and what looks like a token, a password or a session cookie.
 */
export function redact(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret === '') continue;
		clean = clean.split(secret).join('***').split(encodeURIComponent(secret)).join('***');
	}
	return clean
		.replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/-]{8,}=*/gi, '$1 ***')
		.replace(
			/((?:password|client_secret|access_token|refresh_token|\.ASPXAUTH|ASP\.NET_SessionId)["']?\s*[=:]\s*["']?)[^\s"'&;,]+/gi,
			'$1***',
		);
}
