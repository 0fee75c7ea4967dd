/** A source of numbers that yields the same ones for the same name, on every machine. */
export interface Random {
	/** A whole number from `least` to `most`, both included. */
	whole(least: number, most: number): number;
	/** One of the values, each as likely as the others; there must be one. */
	pick<T>(values: readonly T[]): T;
}

function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}

/** Spreads neighbouring numbers over all 32 bits. */
function mixed(value: number): number {
	let bits = value | 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return (bits ^ (bits >>> 16)) >>> 0;
}

const stateOf = (name: string, index: number): number =>
	mixed(hash(name) ^ Math.imul(index + 1, 0x9e3779b1));

/** Numbers for one record: they depend on its kind and place, not on what was made before it. */
export function randomFor(name: string, index: number): Random {
	let state = stateOf(name, index);
	const fraction = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		return mixed(state) / 2 ** 32;
	};
	return {
		whole: (least, most) => least + Math.floor(fraction() * (most - least + 1)),
		pick: (values) => {
			const value = values[Math.floor(fraction() * values.length)];
			if (value === undefined) throw new Error('There is nothing to pick from');
			return value;
		},
	};
}

const digits = '0123456789abcdef';
const guid = Buffer.from('00000000-0000-4000-a000-000000000000', 'latin1');

function writeDigits(value: number, start: number, end: number): void {
	let rest = value;
	for (let position = end - 1; position >= start; position--) {
		guid[position] = digits.charCodeAt(rest & 15);
		rest >>>= 4;
	}
}

/**
 * The ID of a record: always the same for the same kind and place, lower case as on the wire. The place
 * itself is in its last digits, so that no two records of a kind can share an ID.
 */
export function stableGuid(name: string, index: number): string {
	const state = stateOf(name, index);
	// Written into bytes because hundreds of thousands of joined strings would take twice the memory.
	writeDigits(state, 0, 8);
	writeDigits(mixed(state + 1), 9, 13);
	writeDigits(mixed(state + 2), 15, 18);
	writeDigits(mixed(state + 3), 20, 23);
	writeDigits(hash(name), 24, 30);
	writeDigits(index, 30, 36);
	return guid.toString('latin1');
}
