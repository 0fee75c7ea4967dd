import type { Answer } from './request';

/**
 * The cookies of one session. Acumatica sends them anew with later answers and tracks sessions by
 * them, so the jar follows every answer. Values hold `=`, `&`, `+` and `~` and go back untouched.
 */
export interface CookieJar {
	/** Takes over what an answer sets; of cookies set twice the last wins, expired ones go. */
	absorb(answer: Answer): void;
	/** The `Cookie` header, or undefined while there is none. */
	header(): string | undefined;
	/** Values to blot out of messages. */
	secrets(): string[];
}

export function cookieJar(): CookieJar {
	const cookies = new Map<string, string>();
	return {
		absorb(answer) {
			const set = answer.headers['set-cookie'];
			for (const line of typeof set === 'string' ? [set] : (set ?? [])) {
				const [pair = '', ...attributes] = line.split(';');
				const split = pair.indexOf('=');
				if (split <= 0) continue;
				const name = pair.slice(0, split).trim();
				if (isExpired(attributes)) cookies.delete(name);
				else cookies.set(name, pair.slice(split + 1).trim());
			}
		},
		header() {
			return cookies.size === 0
				? undefined
				: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		},
		secrets: () => [...cookies.values()].filter((value) => value.length > 15),
	};
}

function isExpired(attributes: readonly string[]): boolean {
	return attributes.some((attribute) => {
		const [name = '', value = ''] = attribute.split('=').map((part) => part.trim());
		if (name.toLowerCase() === 'max-age') return Number(value) <= 0;
		return name.toLowerCase() === 'expires' && Date.parse(value) < Date.now();
	});
}
