import { standingClock } from '../clock.ts';
import { httpError, Refusal } from '../reply.ts';
import { LongOperations } from './longOperations.ts';

function started(finish = () => undefined, signal = new AbortController().signal) {
	const clock = standingClock(0);
	const operations = new LongOperations(clock);
	const operation = operations.start({
		session: 1,
		form: 'Invoice',
		name: 'Invoice/ReleaseInvoice',
		takes: 300,
		interrupted: signal,
		finish,
	});
	const wait = async (milliseconds: number) => {
		clock.advance(milliseconds);
		await new Promise(setImmediate);
	};
	return { operations, operation, wait };
}

describe('a long operation', () => {
	it('runs for its time and then has its effect, once', async () => {
		const finish = jest.fn();
		const { operations, operation, wait } = started(finish);
		await wait(299);
		expect([operation.isRunning, operations.running, finish.mock.calls.length]).toEqual([
			true,
			1,
			0,
		]);
		await wait(1);
		expect([operation.isRunning, operations.running, finish.mock.calls.length]).toEqual([
			false,
			0,
			1,
		]);
		expect(operation.failure).toBeUndefined();
	});

	it('keeps what it failed with', async () => {
		const { operation, wait } = started(() => {
			throw new Refusal(httpError(422, 'No.'));
		});
		await wait(300);
		expect(operation).toMatchObject({ isRunning: false, failure: { status: 422 } });
	});

	it('shows a mistake of the sandbox as such', async () => {
		const { operation, wait } = started(() => {
			throw new Error('oops');
		});
		await wait(300);
		expect(String(operation.failure?.body)).toContain('The sandbox itself failed');
	});

	it('is known in its session only', () => {
		const { operations, operation } = started();
		expect(operations.find(operation.id.toUpperCase(), 1)).toBe(operation);
		expect(operations.find(operation.id, 2)).toBeUndefined();
	});

	it('keeps its form busy, in its session, while it runs', async () => {
		const { operations, wait } = started();
		expect(() => operations.refuseWhileBusy(1, 'Invoice')).toThrow(new Refusal(httpError(409, '')));
		expect(() => operations.refuseWhileBusy(2, 'Invoice')).not.toThrow();
		expect(() => operations.refuseWhileBusy(1, 'Payment')).not.toThrow();
		await wait(300);
		expect(() => operations.refuseWhileBusy(1, 'Invoice')).not.toThrow();
	});

	it('never ends when it is interrupted', async () => {
		const finish = jest.fn();
		const interruption = new AbortController();
		const { operation, wait } = started(finish, interruption.signal);
		interruption.abort();
		await wait(300);
		expect([operation.isRunning, finish.mock.calls.length]).toEqual([true, 0]);
	});

	it('is forgotten on request', () => {
		const { operations, operation } = started();
		operations.clear();
		expect(operations.find(operation.id, 1)).toBeUndefined();
		expect(operations.running).toBe(0);
	});
});
