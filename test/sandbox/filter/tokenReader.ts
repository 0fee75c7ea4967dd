import { FilterError } from './filterError.ts';
import { tokens, type Token } from './token.ts';

/** Reads the tokens of one filter from left to right. */
export class TokenReader {
	readonly #text: string;
	readonly #tokens: readonly Token[];
	#position = 0;

	/** @throws FilterError where the text does not consist of tokens */
	constructor(text: string) {
		this.#text = text;
		this.#tokens = tokens(text);
	}

	get isAtEnd(): boolean {
		return this.#position === this.#tokens.length;
	}

	/** The next token's text if it is a name. */
	peekName(): string | undefined {
		const token = this.#tokens[this.#position];
		return token?.kind === 'name' ? token.text : undefined;
	}

	/** @throws FilterError at the end */
	next(): Token {
		const token = this.#tokens[this.#position];
		if (token === undefined) throw this.syntaxError();
		this.#position++;
		return token;
	}

	/** Reads past the token if it is the one that is named. */
	take(kind: 'name' | 'symbol', text: string): boolean {
		const token = this.#tokens[this.#position];
		if (token?.kind !== kind || token.text !== text) return false;
		this.#position++;
		return true;
	}

	/** @throws FilterError if anything but this symbol follows */
	expectSymbol(text: string): void {
		if (!this.take('symbol', text)) throw this.syntaxError();
	}

	/** @throws FilterError if anything but a name follows */
	expectName(): string {
		const token = this.next();
		if (token.kind !== 'name') throw this.syntaxError();
		return token.text;
	}

	syntaxError(): FilterError {
		return new FilterError(`Syntax error in '${this.#text}'.`);
	}
}
