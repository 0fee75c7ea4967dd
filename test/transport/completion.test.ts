import { isComplete, untilComplete } from '../../nodes/Acumatica/transport/completion';
import type { Api } from '../../nodes/Acumatica/transport/rejection';
import { simulatedClock } from '../support/simulatedClock.ts';

const about = { doing: 'complete ConfirmShipment on', entity: 'Shipment' };
const handle = 'entity/Default/24.200.001/Shipment/ConfirmShipment/status/1';

/** An operation that takes so many milliseconds of the simulated clock. */
function operation(duration: number) {
	const clock = simulatedClock();
	const asked: number[] = [];
	const api: Api = async ({ path }) => {
		expect(path).toBe(handle);
		asked.push(clock.now());
		return { status: clock.now() < duration ? 202 : 204, headers: {}, body: undefined };
	};
	return { clock, api, asked };
}

describe('untilComplete', () => {
	test('asks in growing intervals until the operation has ended', async () => {
		const { clock, api, asked } = operation(3_000);
		expect(await clock.run(untilComplete(api, handle, about, { clock, patience: 60_000 }))).toBe(
			true,
		);
		expect(asked).toEqual([0, 500, 1_250, 2_375, 4_062.5]);
	});

	test('never asks less often than every ten seconds', async () => {
		const { clock, api, asked } = operation(200_000);
		await clock.run(untilComplete(api, handle, about, { clock, patience: 600_000 }));
		expect(Math.max(...asked.map((at, index) => at - (asked[index - 1] ?? 0)))).toBe(10_000);
	});

	test('ends with its patience, after a last question', async () => {
		const { clock, api, asked } = operation(90_000);
		expect(await clock.run(untilComplete(api, handle, about, { clock, patience: 60_000 }))).toBe(
			false,
		);
		expect(asked.at(-1)).toBe(60_000);
	});

	test('does not wait on for an execution that is cancelled', async () => {
		const cancel = new AbortController();
		const { clock, asked } = operation(0);
		const api: Api = async () => {
			asked.push(clock.now());
			if (asked.length === 2) throw new Error('the execution was canceled');
			cancel.abort();
			return { status: 202, headers: {}, body: undefined };
		};
		const bounds = { clock, signal: cancel.signal, patience: 600_000 };
		await expect(clock.run(untilComplete(api, handle, about, bounds))).rejects.toThrow('canceled');
		expect(asked).toEqual([0, 0]);
	});
});

test.each([
	[202, false],
	[204, true],
	[200, true],
])('a status of %i means complete: %s', async (status, complete) => {
	expect(
		await isComplete(async () => ({ status, headers: {}, body: undefined }), handle, about),
	).toBe(complete);
});
