import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Agent, request } from 'undici';
import { answerDirections, type Direction } from './carrying.ts';
import { cookie, givenConnection, signOut } from './connection.ts';

/** Sends a file from the disk, or fetches it to there, with undici and nothing else: the floor. */
const connection = givenConnection();
const there = process.argv[3] ?? '';
const record = `${connection.url}/entity/Default/25.200.001/Customer/C000001`;
const dispatcher = new Agent();
const folder = mkdtempSync(join(tmpdir(), 'undici-carrier-'));
const here = join(folder, 'fetched.bin');
process.once('SIGTERM', () => {
	rmSync(folder, { recursive: true, force: true });
	process.exit();
});

async function carry(direction: Direction, headers: Readonly<Record<string, string>>) {
	// The same two requests as the node: the record first, then the file.
	const read = await request(`${record}?$expand=files`, { headers, dispatcher });
	const { files } = (await read.body.json()) as { files: { filename: string; href: string }[] };
	if (direction === 'up') {
		const { statusCode, body } = await request(`${record}/files/large.bin`, {
			method: 'PUT',
			headers: {
				...headers,
				'content-type': 'application/octet-stream',
				'content-length': String(statSync(there).size),
			},
			body: createReadStream(there),
			dispatcher,
		});
		await body.dump();
		if (statusCode !== 204) throw new Error(`Not attached: ${statusCode}`);
		return there;
	}
	const href = files.find(({ filename }) => filename.endsWith('large.bin'))?.href ?? '';
	const { statusCode, body } = await request(new URL(href, record), { headers, dispatcher });
	if (statusCode !== 200) throw new Error(`Not downloaded: ${statusCode}`);
	await pipeline(body, createWriteStream(here));
	return here;
}

answerDirections(async (direction) => {
	const session = await cookie(connection);
	const path = await carry(direction, { cookie: session });
	await signOut(connection, session);
	return path;
});
