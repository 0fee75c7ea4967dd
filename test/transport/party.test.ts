import { newParty } from '../../nodes/Acumatica/transport/party';

test('a new execution has had nothing of the license, so it is served first', () => {
	const { waiting, ...counts } = newParty();
	expect(counts).toEqual({ requests: 0, mostInAMinute: 0, highestConcurrency: 0, lastServed: 0 });
	expect(waiting.total()).toBe(0);
});
