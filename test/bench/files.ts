import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { generatedFile, type Carrying, type Direction } from './carrying.ts';
import { startChild, type Child } from './childProcess.ts';
import type { Connection } from './connection.ts';
import { readLedger } from './ledger.ts';
import { median, table } from './results.ts';

const size = 300_000_000;
const rounds = 5;
const directions: readonly Direction[] = ['up', 'down'];
const carriers = ['nodeCarrier.ts', 'undiciCarrier.ts'];
/** What a file may add to the resident memory of an idle process. */
const mostGrowth = 120e6;

/** Per direction, of each round: the node's and undici's. */
type Rounds = Readonly<Record<Direction, (readonly [Carrying, Carrying])[]>>;

/**
 * A file of 300 MB attached to a record and downloaded again, by the node in n8n's engine, which keeps
 * files on the disk as the server does, and by bare undici, in turns, each in a process of its own against
 * a sandbox in a third one. The first turn of each is not counted in the times, but is in the memory.
 * @returns the result as Markdown
 * @throws when a file did not arrive as it was, or took more memory than it may
 */
export async function files(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'acumatica-files-'));
	const large = join(folder, 'large.bin');
	await pipeline(generatedFile(size), createWriteStream(large));
	const [sandbox, connection] = await startChild<Connection>('sandboxServer.ts');
	const started: Child[] = [sandbox];
	try {
		for (const file of carriers) {
			const [carrier] = await startChild(file, [JSON.stringify(connection), large]);
			started.push(carrier);
		}
		const [, node, undici] = started;
		if (!node || !undici) throw new Error('A carrier is missing');
		const taken: Rounds = { up: [], down: [] };
		const carry = async (child: Child, direction: Direction) => {
			const carrying = await child.ask<Carrying>(direction);
			await requireWhole(carrying.path, large);
			return carrying;
		};
		for (let round = 0; round <= rounds; round += 1) {
			for (const direction of directions) {
				taken[direction].push([await carry(node, direction), await carry(undici, direction)]);
			}
		}
		await requireReceived(connection, await checksumOf(large));
		return report(taken);
	} finally {
		await Promise.all(started.map(async (child) => await child.stop()));
		rmSync(folder, { recursive: true, force: true });
	}
}

async function checksumOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	await pipeline(createReadStream(path), hash);
	return hash.digest('hex');
}

async function requireWhole(path: string, original: string): Promise<void> {
	if (path === original || (await checksumOf(path)) === (await checksumOf(original))) return;
	throw new Error(`${path} is not what was sent`);
}

/** Every upload has to have arrived as it was sent, by the sandbox's own checksums. */
async function requireReceived(connection: Connection, checksum: string): Promise<void> {
	const received = (await readLedger(connection)).files.filter((file) => file.size === size);
	const whole = received.filter(({ sha256 }) => sha256 === checksum);
	const sent = carriers.length * (rounds + 1);
	if (received.length !== sent || whole.length !== sent) {
		throw new Error(`Of ${sent} files, ${received.length} arrived, ${whole.length} of them whole`);
	}
}

function report(taken: Rounds): string {
	const ours = directions.flatMap((direction) => taken[direction].map(([node]) => node));
	const growth = Math.max(...ours.map(({ peak, idle }) => peak - idle));
	if (growth > mostGrowth) throw new Error(`Memory grew by ${megabytes(growth)}`);
	return [
		`A file of ${megabytes(size)}, ${rounds} rounds, checksums equal.`,
		'',
		table([
			['', 'Acumatica node in n8n-core', 'undici', 'Ratio, median', 'from to'],
			...directions.map((direction) => row(direction, taken[direction])),
		]),
		'',
		`Over all rounds, the process with the node has taken **${megabytes(growth)}** of resident memory at ` +
			`most beyond its idle ${megabytes(ours[0]?.idle ?? 0)}.`,
	].join('\n');
}

function row(direction: Direction, taken: readonly (readonly [Carrying, Carrying])[]): string[] {
	const counted = taken.slice(1);
	const ratios = counted.map(([ours, floor]) => ours.milliseconds / floor.milliseconds);
	const speed = (column: 0 | 1) => {
		const seconds = median(counted.map((pair) => pair[column].milliseconds)) / 1000;
		return `${Math.round(size / 1e6 / seconds)} MB/s`;
	};
	return [
		direction === 'up' ? 'Attach' : 'Download',
		speed(0),
		speed(1),
		`**${median(ratios).toFixed(2)}**`,
		`${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`,
	];
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
