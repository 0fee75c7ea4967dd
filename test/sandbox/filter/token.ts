import { FilterError } from './filterError.ts';

export type Token =
	| { readonly kind: 'symbol'; readonly text: '(' | ')' | ',' | '/' | '=' }
	| { readonly kind: 'name'; readonly text: string }
	| { readonly kind: 'number'; readonly text: string }
	/** `'x'`, or with a prefix that says its type: `guid'x'`. Doubled quotes are already single. */
	| { readonly kind: 'quoted'; readonly prefix: string; readonly text: string };

const pattern =
	/\s+|(?<symbol>[(),/=])|(?<prefix>[A-Za-z]*)'(?<quoted>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)[MmDdFfLl]?(?![\w.])|(?<name>[A-Za-z_][\w.]*)/y;

function tokenOf(groups: Readonly<Record<string, string | undefined>>): Token | undefined {
	const { symbol, quoted, number, name } = groups;
	switch (symbol) {
		case '(':
		case ')':
		case ',':
		case '/':
		case '=':
			return { kind: 'symbol', text: symbol };
	}
	if (quoted !== undefined) {
		return {
			kind: 'quoted',
			prefix: groups['prefix'] ?? '',
			text: quoted.replaceAll("''", "'"),
		};
	}
	if (number !== undefined) return { kind: 'number', text: number };
	return name === undefined ? undefined : { kind: 'name', text: name };
}

/**
 * Splits the text of a filter.
 *
 * @throws FilterError at a character that starts nothing, such as a quote without its partner
 */
export function tokens(text: string): readonly Token[] {
	const found: Token[] = [];
	let position = 0;
	while (position < text.length) {
		pattern.lastIndex = position;
		const match = pattern.exec(text);
		if (match === null) throw new FilterError(`Syntax error at position ${position} in '${text}'.`);
		const token = tokenOf(match.groups ?? {});
		if (token !== undefined) found.push(token);
		position = pattern.lastIndex;
	}
	return found;
}
