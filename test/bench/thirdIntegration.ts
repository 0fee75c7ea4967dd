import { request } from 'undici';
import { cookie, givenConnection, signOut } from './connection.ts';
import { customerRecord, newCustomers } from './writing.ts';

/** What the other integration has got out of its share. */
export interface ShareReport {
	readonly written: number;
	readonly refused: number;
}

/** Milliseconds between two requests: a third of 100 a minute. */
const pace = 1_800;

/**
 * Somebody else on the same license, with a session of its own: one customer after the other at a steady
 * pace from its start on; a refused one is sent again when the next is due. Asked anything, it stops
 * and reports.
 */
const connection = givenConnection();
const session = await cookie(connection);
const customers = newCustomers('T', 1_000);
let written = 0;
let refused = 0;

const timer = setInterval(() => void writeNext(), pace);

async function writeNext(): Promise<void> {
	const record = Object.entries(customerRecord(customers[written] ?? ''));
	const { statusCode, body } = await request(
		`${connection.url}/entity/Default/25.200.001/Customer`,
		{
			method: 'PUT',
			headers: { 'content-type': 'application/json', cookie: session },
			body: JSON.stringify(Object.fromEntries(record.map(([field, value]) => [field, { value }]))),
		},
	);
	await body.dump();
	if (statusCode === 200) written += 1;
	else refused += 1;
}

process.on('message', () => {
	clearInterval(timer);
	const report: ShareReport = { written, refused };
	void signOut(connection, session).then(() => process.send?.(report));
});
process.send?.('ready');
