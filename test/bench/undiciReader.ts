import { Agent, request } from 'undici';
import { givenConnection, token } from './connection.ts';
import { answerOrders } from './reader.ts';

/** Fetches and parses the given pages with undici and nothing else: the floor. */
const connection = givenConnection();
const headers = { authorization: `Bearer ${(await token(connection)).access_token}` };
const { origin } = new URL(connection.url);
const dispatcher = new Agent();

answerOrders(async (pages) => {
	const records = new Map<unknown, unknown>();
	for (const page of pages) {
		const { statusCode, body } = await request(`${origin}${page}`, { headers, dispatcher });
		const rows: unknown = await body.json();
		if (!Array.isArray(rows)) throw new Error(`No page: ${statusCode} ${page}`);
		// Pages overlap by a record where the node looks ahead.
		for (const row of rows) records.set(Reflect.get(Object(row), 'id'), row);
	}
	return records.size;
});
