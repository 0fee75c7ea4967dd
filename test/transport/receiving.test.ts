import { Readable } from 'node:stream';
import { isFileStream, received } from '../../nodes/Acumatica/transport/receiving';
import type { Answer, FileReceiver } from '../../nodes/Acumatica/transport/request';
import { answer } from '../support/sessionServer.ts';

const bytes = { 'content-type': 'application/octet-stream' };
const storing: FileReceiver = async (file) => (await file.toArray()).join('').length;

const take = async (
	body: Readable | readonly string[],
	of: Partial<Answer> = {},
	receive: FileReceiver | undefined = storing,
	timeout = 1_000,
) => {
	const file = body instanceof Readable ? body : Readable.from(body);
	const exchange = await received(
		answer(of.status ?? 200, { headers: bytes, ...of }),
		file,
		receive,
		timeout,
	);
	return { exchange, file };
};
const failed = (code?: string) =>
	new Readable({
		read() {
			this.push('half');
			this.destroy(Object.assign(new Error('broken'), { code }));
		},
	});

test('a file that is stored leaves the answer as it is', async () => {
	const { exchange, file } = await take(['abc', 'def'], {
		headers: { ...bytes, 'content-length': '6' },
	});
	expect(exchange).toMatchObject({ kind: 'answer', status: 200, text: '' });
	expect(file.destroyed).toBe(true);
});

test.each([
	['ECONNRESET', 'cut'],
	['ERR_CANCELED', 'cancelled'],
	['ETIMEDOUT', 'timedOut'],
	['ERR_STREAM_PREMATURE_CLOSE', 'cut'],
	[undefined, 'cut'],
])('one that breaks off with %s is a failure: %s', async (code, reason) => {
	expect((await take(failed(code))).exchange).toMatchObject({ kind: 'failure', reason });
});

test('one of another length than announced is a failure', async () => {
	const { exchange } = await take(['abc'], { headers: { ...bytes, 'content-length': '4' } });
	expect(exchange).toMatchObject({
		reason: 'cut',
		message: 'The file has 3 bytes, but 4 were announced',
	});
});

test('one that stalls is a failure when its time is over', async () => {
	const stalled = new Readable({ read: () => undefined });
	const { exchange } = await take(stalled, {}, storing, 20);
	expect(exchange).toMatchObject({ reason: 'timedOut' });
	expect(stalled.destroyed).toBe(true);
});

test('a time beyond what timers can hold is none', async () => {
	expect((await take(['abc'], {}, storing, 1e15)).exchange).toMatchObject({ kind: 'answer' });
});

test('what goes wrong with storing it is raised', async () => {
	const full: FileReceiver = async () => await Promise.reject(new Error('ENOSPC'));
	await expect(take(['abc'], {}, full)).rejects.toThrow('ENOSPC');
});

describe('in place of a file', () => {
	const refusing: FileReceiver = async () => undefined;
	const page = '<html><title>Sign In</title></html>';

	test('the text of an error is read', async () => {
		const { exchange } = await take(['{"message":', '"No"}'], { status: 500 });
		expect(exchange).toMatchObject({ status: 500, text: '{"message":"No"}' });
	});

	test('no more of it than a message can have', async () => {
		const { exchange } = await take(Array(50).fill('x'.repeat(10_000)), { status: 500 });
		expect(exchange.kind === 'answer' && exchange.text.length).toBeLessThan(120_000);
	});

	test.each([page, '{"exceptionMessage":"No such file"}'])(
		'a disguised error is read: %s',
		async (text) => {
			expect((await take([text], {}, refusing)).exchange).toMatchObject({ status: 200, text });
		},
	);

	test.each([
		['another success', { status: 202 }, storing],
		['what the receiver refuses', {}, refusing],
		['what nobody says the type of', { headers: {} }, refusing],
		['a file that nobody waits for', {}, undefined],
	])('%s cannot be read', async (_what, of, receive) => {
		const file = Readable.from(['x']);
		const exchange = await received(answer(200, { headers: bytes, ...of }), file, receive, 1_000);
		expect(exchange).toMatchObject({ kind: 'failure', reason: 'unreadable' });
	});

	test('an error that breaks off is a failure', async () => {
		expect((await take(failed('ECONNRESET'), { status: 500 })).exchange).toMatchObject({
			reason: 'cut',
		});
	});
});

test('streams are told from texts', () => {
	expect(
		[Readable.from([]), 'text', null, undefined, {}, Buffer.from('x')].map(isFileStream),
	).toEqual([true, ...Array(5).fill(false)]);
});
