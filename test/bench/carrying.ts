import { Readable } from 'node:stream';

/** A file on its way into the ERP or out of it. */
export type Direction = 'up' | 'down';

export interface Carrying {
	readonly milliseconds: number;
	/** The most resident memory while the file was on its way, in bytes. */
	readonly peak: number;
	/** Resident memory when everything was loaded and a small file carried. */
	readonly idle: number;
	/** The file that was sent, or that has arrived. */
	readonly path: string;
}

/** Carries a file and returns where it was, or where it is now. */
export type Carry = (direction: Direction) => Promise<string>;

const blockSize = 65_536;

/** Bytes without a pattern that a compression or a wrong order could hide behind; made when read. */
export function generatedFile(size: number): Readable {
	return Readable.from(blocks(size), { objectMode: false });
}

function* blocks(size: number): Generator<Buffer> {
	for (let start = 0; start < size; start += blockSize) {
		const block = Buffer.alloc(Math.min(blockSize, size - start));
		let state = start + 1;
		for (let index = 0; index + 4 <= block.length; index += 4) {
			state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
			block.writeUInt32LE(state, index);
		}
		yield block;
	}
}

/** Carries files when told to, and tells what time and memory each took. */
export function answerDirections(carry: Carry): void {
	const idle = process.memoryUsage.rss();
	process.on('message', (direction: Direction) => {
		void measured(carry, direction).then((carrying) => process.send?.({ ...carrying, idle }));
	});
	process.send?.('ready');
}

async function measured(carry: Carry, direction: Direction): Promise<Omit<Carrying, 'idle'>> {
	let peak = process.memoryUsage.rss();
	const watching = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage.rss());
	}, 5);
	const start = performance.now();
	const path = await carry(direction);
	const milliseconds = performance.now() - start;
	clearInterval(watching);
	return { milliseconds, peak: Math.max(peak, process.memoryUsage.rss()), path };
}
