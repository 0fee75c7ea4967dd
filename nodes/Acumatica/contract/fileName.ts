/** Characters that steer a display or a terminal instead of being read. */
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The name of a file without folders: Acumatica puts the form and the key in front
 * (`Invoices (INV 000042)\invoice.pdf`), people put paths. Empty where nothing is left that could be
 * the name of a file.
 */
export function fileNameOf(path: string): string {
	const name = (path.split(/[\\/]/).at(-1) ?? '').replace(unprintable, '').trim();
	return /^\.*$/.test(name) ? '' : name;
}

/** True where two names are those of one file: Windows, under the ERP, tells no capitals apart. */
export function isSameFileName(one: string, other: string): boolean {
	const comparable = (name: string) => fileNameOf(name).normalize('NFC').toLowerCase();
	return comparable(one) === comparable(other);
}

/**
 * True where a name matches a pattern in which `*` stands for any text and `?` for one character,
 * whatever the capitals. Takes time in proportion to the two lengths, whoever wrote the pattern.
 */
export function matchesPattern(name: string, pattern: string): boolean {
	const [letters, wanted] = [[...name.toLowerCase()], [...pattern.trim().toLowerCase()]];
	let [at, star, retry] = [0, -1, 0];
	for (let read = 0; read < letters.length;) {
		if (wanted[at] === '*') {
			[star, retry] = [at++, read];
		} else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === letters[read])) {
			at++;
			read++;
		} else if (star >= 0) {
			at = star + 1;
			read = ++retry;
		} else {
			return false;
		}
	}
	return wanted.slice(at).every((character) => character === '*');
}

/** The name in a `Content-Disposition` header (RFC 6266); empty where it has none. */
export function dispositionFileName(header = ''): string {
	const [, charset = '', encoded = ''] =
		/;\s*filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)/i.exec(header) ?? [];
	if (/^utf-8$/i.test(charset)) {
		const decoded = decode(encoded);
		if (decoded !== undefined) return fileNameOf(decoded);
	}
	const [, quoted, plain = ''] =
		/;\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header) ?? [];
	return fileNameOf(quoted ?? plain);
}

function decode(encoded: string): string | undefined {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return undefined;
	}
}
