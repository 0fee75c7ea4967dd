import { newParty } from '../../nodes/Acumatica/transport/party';
import { summarize } from '../../nodes/Acumatica/transport/summary';

const party = {
	...newParty(),
	requests: 412,
	mostInAMinute: 98,
	highestConcurrency: 3,
	waiting: { begin: () => () => undefined, total: () => 38_000 },
};

describe('summarize', () => {
	test('tells requests, sessions and waits in one sentence', () => {
		expect(summarize(party, 1)).toBe(
			'412 requests, at most 98 in a minute, 3 at once, 1 session; waited 38 s for the license; see License Monitoring Console, SM604000',
		);
	});

	test('says nothing where nothing was waited for', () => {
		const waiting = { ...party.waiting, total: () => 999 };
		expect(summarize({ ...party, waiting }, 1)).toBeUndefined();
	});

	test('leaves sessions out where the credential has none of its own', () => {
		expect(summarize(party, 0)).not.toContain('session');
	});
});
