import { isDisguisedError } from './decoding';
import { failureOf } from './failure';
import {
	header,
	isSuccess,
	type Answer,
	type Exchange,
	type Failure,
	type FileReceiver,
	type FileStream,
} from './request';

/**
 * Has the file of an answer stored, and tells whether it came whole: one that breaks off, stalls, or has
 * another length than announced is a failure of the connection, and its request may be sent again. The
 * text of any other answer, an error say, is read in its place.
 *
 * @param timeout milliseconds that the file may take
 * @throws what went wrong with storing it
 */
export async function received(
	answer: Answer,
	file: FileStream,
	receive: FileReceiver | undefined,
	timeout: number,
): Promise<Exchange> {
	const faults: unknown[] = [];
	file.on('error', (error) => faults.push(error));
	const taken = take(answer, file, receive, timeout);
	return await taken
		.catch(async (error: unknown) =>
			faults.length === 0 ? await Promise.reject(error) : brokenOff(faults[0]),
		)
		.finally(() => file.destroy());
}

async function take(
	answer: Answer,
	file: FileStream,
	receive: FileReceiver | undefined,
	timeout: number,
): Promise<Exchange> {
	if (receive === undefined || answer.status !== 200) return await inPlace(answer, file);
	const bytes = await inTime(receive(file, answer), timeout);
	if (bytes === 'late') return failure('timedOut', `The file was not there after ${timeout} ms`);
	return bytes === undefined ? await inPlace(answer, file) : judged(answer, bytes);
}

function brokenOff(fault: unknown): Exchange {
	const broken = failureOf(fault);
	return broken.kind === 'failure' && broken.reason !== 'platform'
		? broken
		: failure('cut', 'The file broke off');
}

export function isFileStream(body: unknown): body is FileStream {
	return (
		typeof body === 'object' && body !== null && 'pipe' in body && Symbol.asyncIterator in body
	);
}

function judged(answer: Answer, bytes: number): Exchange {
	const announced = header(answer, 'content-length');
	if (announced !== undefined && Number(announced) !== bytes) {
		return failure('cut', `The file has ${bytes} bytes, but ${announced} were announced`);
	}
	return answer;
}

/** What came in place of a file: an error, or what may not pass for one. */
async function inPlace(answer: Answer, file: FileStream): Promise<Exchange> {
	const told = { ...answer, text: await textOf(file) };
	if (!isSuccess(told) || isDisguisedError(told)) return told;
	const type = header(told, 'content-type');
	const what =
		told.text === '' || type === undefined ? 'The answer was empty' : `The answer came as ${type}`;
	return failure('unreadable', `${what}, where a file was due (status ${told.status})`);
}

/** An error's body is short; what is longer is a web page of no use. */
const longestText = 100_000;

async function textOf(file: FileStream): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of file) {
		chunks.push(Buffer.from(chunk));
		size += chunks.at(-1)?.length ?? 0;
		if (size > longestText) break;
	}
	return Buffer.concat(chunks).toString('utf8');
}

/** Milliseconds; what Node's timers can hold, 24 days. */
const longestTimer = 2 ** 31 - 1;

/** The platform's own time-out ends with the headers of the answer. */
async function inTime<Result>(work: Promise<Result>, timeout: number): Promise<Result | 'late'> {
	const deadline = AbortSignal.timeout(Math.min(Math.ceil(timeout), longestTimer));
	return await Promise.race([
		work,
		new Promise<'late'>((resolve) => {
			deadline.addEventListener('abort', () => resolve('late'), { once: true });
		}),
	]);
}

function failure(reason: Failure['reason'], message: string): Failure {
	return { kind: 'failure', reason, message, phase: 'request' };
}
