import type { LiteralOperand } from './expression.ts';
import { FilterError } from './filterError.ts';

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const date = /^\d{4}-\d\d-\d\d$/;
const dateTime =
	/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?<zone>Z|[+-]\d\d:\d\d)?)?$/i;

function instant(text: string, shape: RegExp): LiteralOperand {
	const match = shape.exec(text);
	// Without a zone the server's is meant, and the sandbox's server lives in UTC.
	const hasZone = match?.groups?.['zone'] !== undefined || !text.includes('T');
	const milliseconds = match === null ? NaN : Date.parse(hasZone ? text : `${text}Z`);
	if (Number.isNaN(milliseconds)) throw new FilterError(`'${text}' is not a date.`);
	return { kind: 'literal', of: 'instant', value: new Date(milliseconds).toISOString() };
}

/**
 * What a quoted literal stands for.
 *
 * @param prefix text before the quote: empty for a string, or the name of its type
 * @throws FilterError for a prefix that the grammar does not have, or text that does not fit it; for
 * example a `+` of an offset that was not percent-encoded and arrived as a space
 */
export function quotedLiteral(prefix: string, text: string): LiteralOperand {
	switch (prefix) {
		case '':
			return { kind: 'literal', of: 'text', value: text };
		case 'datetimeoffset':
			return instant(text, dateTime);
		case 'date':
			return instant(text, date);
		case 'guid':
			if (!guid.test(text)) throw new FilterError(`'${text}' is not a GUID.`);
			return { kind: 'literal', of: 'guid', value: text.toLowerCase() };
		default:
			throw new FilterError(`'${prefix}' is not a type of literals.`);
	}
}
