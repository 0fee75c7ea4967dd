/** Looked for where a value can begin, so that digits inside strings cost nothing. */
const possibleLongNumber = /(?:^|[:,[])\s*-?\d[\d.]{15}/;

/** A number long enough to lose digits in a double (2^53 has 16). */
const longNumber = /-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;
const shortestLongNumber = 16;

/**
 * Parses JSON without losing digits: a number that a double cannot hold (integers beyond 2^53,
 * decimals of more than 15 digits) comes out as text. Everything else is as in `JSON.parse`.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseJson(text: string): unknown {
	// Most documents have no such number anywhere: they take the short way.
	return JSON.parse(possibleLongNumber.test(text) ? withLongNumbersAsText(text) : text);
}

/** Goes from string to string by hand: a pattern for strings overflows the stack on long ones. */
function withLongNumbersAsText(text: string): string {
	const parts: string[] = [];
	for (let at = 0; at < text.length;) {
		const quote = text.indexOf('"', at);
		const open = quote === -1 ? text.length : quote;
		const between = text.slice(at, open);
		parts.push(
			between.length < shortestLongNumber
				? between
				: between.replace(longNumber, (token) => (losesDigits(token) ? `"${token}"` : token)),
		);
		at = endOfString(text, open);
		parts.push(text.slice(open, at));
	}
	return parts.join('');
}

/** Where the string that opens at `open` is over; the end of the text where it never closes. */
function endOfString(text: string, open: number): number {
	let close = text.indexOf('"', open + 1);
	while (close !== -1 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
	return close === -1 ? text.length : close + 1;
}

function isEscaped(text: string, at: number): boolean {
	let backslashes = 0;
	while (text[at - 1 - backslashes] === '\\') backslashes++;
	return backslashes % 2 === 1;
}

const number = /^-?(0|[1-9]\d*)(?:\.(\d+))?([eE][+-]?\d+)?$/;

/** False also for what is no number in JSON: `JSON.parse` has to see and refuse it. */
function losesDigits(token: string): boolean {
	const [isNumber, whole = '', decimals = '', exponent] = number.exec(token) ?? [];
	if (isNumber === undefined) return false;
	const fraction = decimals.replace(/0+$/, '');
	if (fraction === '' && exponent === undefined) return !Number.isSafeInteger(Number(token));
	return `${whole}${fraction}`.replace(/^0+/, '').length > 15;
}

/** What a text holds as JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** The list that a text holds as JSON; undefined where it holds none. */
export function jsonList(text: string): unknown[] | undefined {
	const parsed = /^\s*\[/.test(text) ? jsonOf(text) : undefined;
	return Array.isArray(parsed) ? parsed : undefined;
}
