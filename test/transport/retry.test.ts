import { createPatience } from '../../nodes/Acumatica/transport/patience';
import { retrying, type RetryContext } from '../../nodes/Acumatica/transport/retry';
import {
	cancelled,
	type Answer,
	type ApiRequest,
	type Exchange,
	type FailureReason,
} from '../../nodes/Acumatica/transport/request';
import { simulatedClock } from '../support/simulatedClock.ts';

const answer = (status: number, text = '', more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text,
	phase: 'request',
	...more,
});
const failure = (reason: FailureReason): Exchange => ({
	kind: 'failure',
	reason,
	message: reason,
	phase: 'request',
});
const ok = answer(200, '{}');
const loginLimit = answer(500, '{"exceptionMessage":"API Login Limit"}', { phase: 'signIn' });

const get: ApiRequest = { method: 'GET', path: 'entity', expect: 'json', replay: 'safe' };
const create: ApiRequest = {
	method: 'PUT',
	path: 'SalesOrder',
	body: '{}',
	expect: 'json',
	replay: 'unsafe',
};

/** Sends one request over a list of exchanges; returns all that happened on the way. */
async function send(
	request: ApiRequest,
	exchanges: Exchange[],
	more: Partial<RetryContext> & { allowance?: number } = {},
	clock = simulatedClock(),
) {
	const waits: Array<[string, number]> = [];
	const doubts: string[] = [];
	const pauses: number[] = [];
	const sent: ApiRequest[] = [];
	const context: RetryContext = {
		clock,
		patience: createPatience(more.allowance ?? 600_000, clock),
		random: () => 1,
		waiting: (because, delay) => {
			waits.push([because, delay]);
			return () => undefined;
		},
		refused: (pause) => pauses.push(pause),
		wantsSession: () => () => undefined,
		doubtful: (_request, outcome) => doubts.push(outcome),
		...more,
	};
	const layer = retrying(context)(async (each) => {
		sent.push(each);
		return exchanges.shift() ?? ok;
	});
	const exchange = await clock.run(layer(request));
	return { exchange, sent, waits: waits.map(([, delay]) => delay), doubts, pauses };
}

describe('retrying what was refused before it was executed', () => {
	test('repeats anything after a 429, waiting longer each time, and holds everybody up meanwhile', async () => {
		const run = await send(create, [answer(429), answer(429), answer(429)]);
		expect(run.exchange).toBe(ok);
		expect(run.waits).toEqual([2_000, 4_000, 8_000]);
		expect(run.pauses).toEqual(run.waits);
		expect(run.sent).toHaveLength(4);
	});

	test('waits as long as Retry-After says', async () => {
		const run = await send(create, [answer(429, '', { headers: { 'retry-after': '17' } })]);
		expect(run.waits).toEqual([17_000]);
	});

	test('waits for a free session, and lets others go on meanwhile', async () => {
		const run = await send(create, [loginLimit, loginLimit]);
		expect(run.exchange).toBe(ok);
		expect(run.pauses).toEqual([]);
	});

	test('gives up when the patience is used up, and says what it waited for', async () => {
		const run = await send(
			create,
			Array.from({ length: 20 }, () => answer(429)),
			{ allowance: 10_000 },
		);
		expect(run.exchange).toMatchObject({
			kind: 'failure',
			reason: 'patience',
			message:
				'Waited 6 s in this execution, last for the license limit of the ERP (429); the next wait of 8 s would exceed the maximum',
		});
		expect(run.sent).toHaveLength(3);
	});

	test('tries a refused connection a few times only', async () => {
		const run = await send(
			create,
			Array.from({ length: 20 }, () => failure('refused')),
		);
		expect(run.exchange).toMatchObject({ reason: 'refused', attempts: 4 });
	});

	test('a failure stays what it was when there is no patience to try again', async () => {
		const run = await send({ ...create, replay: 'safe' }, [failure('cut')], { allowance: 0 });
		expect(run.exchange).toMatchObject({ kind: 'failure', reason: 'cut' });
	});

	test('lets others know while it waits for a session', async () => {
		const known: boolean[] = [];
		const release = () => known.push(false);
		await send(create, [loginLimit], {
			wantsSession: () => {
				known.push(true);
				return release;
			},
		});
		expect(known).toEqual([true, false]);
	});

	test('tells when a wait is over', async () => {
		const clock = simulatedClock();
		const ends: number[] = [];
		const waiting = () => () => void ends.push(clock.now());
		await send(create, [answer(429), answer(429)], { waiting }, clock);
		expect(ends).toEqual([2_000, 6_000]);
	});

	test('sends nothing more once the execution is cancelled', async () => {
		const cancel = new AbortController();
		const run = await send(create, [answer(429)], {
			signal: cancel.signal,
			waiting: () => {
				cancel.abort();
				return () => undefined;
			},
		});
		expect(run.exchange).toBe(cancelled);
		expect(run.sent).toHaveLength(1);
	});
});

describe('retrying what may have been executed', () => {
	test('repeats a read', async () => {
		const run = await send(get, [failure('cut'), answer(503)]);
		expect(run.exchange).toBe(ok);
		expect(run.doubts).toEqual([]);
	});

	test('after a time-out repeats it once only', async () => {
		const run = await send(get, [failure('timedOut'), failure('timedOut'), failure('timedOut')]);
		expect(run.sent).toHaveLength(2);
		expect(run.exchange).toMatchObject({ reason: 'timedOut', attempts: 2 });
	});

	test('never repeats an unsafe write, and notes that its end is unknown', async () => {
		const run = await send(create, [failure('cut')]);
		expect(run.exchange).toMatchObject({ reason: 'cut' });
		expect(run.sent).toHaveLength(1);
		expect(run.doubts).toEqual(['was not repeated, since it may have been executed']);
	});

	test('repeats a safe write, and notes it', async () => {
		const run = await send({ ...create, replay: 'safe' }, [failure('cut')]);
		expect(run.exchange).toBe(ok);
		expect(run.doubts).toEqual(['is repeated: repeating it changes nothing']);
	});

	test('repeats a guarded write when the first attempt left nothing', async () => {
		const run = await send({ ...create, replay: async () => undefined }, [failure('cut')]);
		expect(run.exchange).toBe(ok);
		expect(run.sent).toHaveLength(2);
		expect(run.doubts).toEqual(['is repeated: the first attempt left nothing behind']);
	});

	test('gives the ERP time to finish before the guard looks', async () => {
		const run = await send({ ...create, replay: async () => undefined }, [failure('cut')]);
		expect(run.waits).toEqual([5_000]);
	});

	test('takes what the guard finds for the answer', async () => {
		const found = answer(200, '{"id":"found"}');
		const run = await send({ ...create, replay: async () => found }, [failure('cut')]);
		expect(run.exchange).toBe(found);
		expect(run.sent).toHaveLength(1);
		expect(run.doubts).toEqual(['is not repeated: the first attempt was executed']);
	});

	test('does not repeat when the guard cannot tell, and reports the first failure', async () => {
		const run = await send({ ...create, replay: async () => answer(403) }, [failure('cut')]);
		expect(run.exchange).toMatchObject({ kind: 'failure', reason: 'cut' });
		expect(run.sent).toHaveLength(1);
	});

	test('gives the guard a way to send that is itself patient', async () => {
		const guarded: ApiRequest = { ...create, replay: async (ask) => await ask(get) };
		const proof = answer(200, '{"id":"found"}');
		const run = await send(guarded, [failure('cut'), answer(429), proof]);
		expect(run.exchange).toBe(proof);
		expect(run.sent.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
	});
});

describe('a server that asks for strange waits', () => {
	const after = (value: string) => answer(429, '', { headers: { 'retry-after': value } });

	test.each(['0', '-5', 'Fri, 30 Jan 2026 00:00:00 GMT'])(
		'Retry-After %s is no wait, and uses up the patience all the same',
		async (value) => {
			const run = await send(
				create,
				Array.from({ length: 1_000 }, () => after(value)),
			);
			expect(run.exchange).toMatchObject({ reason: 'patience' });
			expect(run.sent.length).toBeLessThan(20);
		},
	);

	test('a fault after many refusals is repeated as often as any other', async () => {
		const refused = Array.from({ length: 5 }, () => answer(429));
		const run = await send(get, [...refused, answer(503), answer(503)]);
		expect(run.exchange).toBe(ok);
	});
});
