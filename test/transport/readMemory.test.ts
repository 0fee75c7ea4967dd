import type { Api } from '../../nodes/Acumatica/transport/rejection';
import { createReadMemory } from '../../nodes/Acumatica/transport/readMemory';
import type { ApiRequest } from '../../nodes/Acumatica/transport/request';
import { simulatedClock } from '../support/simulatedClock.ts';

const read: ApiRequest = { method: 'GET', path: 'Customer/C1', expect: 'json', replay: 'safe' };
const about = { doing: 'read' };

function memory() {
	const clock = simulatedClock();
	const send = jest.fn<ReturnType<Api>, Parameters<Api>>(async () => ({
		status: 200,
		headers: {},
		body: { id: 'a' },
	}));
	return { clock, send, ...createReadMemory(clock) };
}

describe('createReadMemory', () => {
	test('asks once for identical reads, also when they come together', async () => {
		const { send, remembering } = memory();
		const api = remembering(send, 10);
		expect(await Promise.all([api(read, about), api(read, about)])).toHaveLength(2);
		await api(read, about);
		expect(send).toHaveBeenCalledTimes(1);
	});

	test('asks again for another record, another query, another branch', async () => {
		const { send, remembering } = memory();
		const api = remembering(send, 10);
		await api(read, about);
		await api({ ...read, path: 'Customer/C2' }, about);
		await api({ ...read, query: { $select: 'A' } }, about);
		await api({ ...read, headers: { 'PX-CbApiBranch': 'B' } }, about);
		expect(send).toHaveBeenCalledTimes(4);
	});

	test('asks again when the answer has grown old', async () => {
		const { clock, send, remembering } = memory();
		const api = remembering(send, 10);
		await api(read, about);
		await clock.run(clock.sleep(10_000));
		await api(read, about);
		expect(send).toHaveBeenCalledTimes(2);
	});

	test('remembers nothing with 0 seconds', () => {
		const { send, remembering } = memory();
		expect(remembering(send, 0)).toBe(send);
	});

	test('does not remember a failure', async () => {
		const { send, remembering } = memory();
		send.mockRejectedValueOnce(new Error('no'));
		const api = remembering(send, 10);
		await expect(api(read, about)).rejects.toThrow('no');
		expect(await api(read, about)).toMatchObject({ body: { id: 'a' } });
	});

	test('hands out copies, since other nodes change what they are given', async () => {
		const { remembering, send } = memory();
		const api = remembering(send, 10);
		const [first, second] = [await api(read, about), await api(read, about)];
		expect(first.body).toEqual(second.body);
		expect(first.body).not.toBe(second.body);
	});
});
