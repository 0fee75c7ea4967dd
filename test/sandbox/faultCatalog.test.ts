import { setTimeout as pause } from 'node:timers/promises';
import { SandboxClient } from './client.ts';
import { faultNames, faultsByName, isFaultName, namedFault } from './faultCatalog.ts';
import { signedInClient } from './signedIn.ts';

describe('the named faults', () => {
	const its = signedInClient();
	const { cutBeforeExecution, cutAfterExecution, cutMidAnswer } = faultsByName;
	const { never, neverAfterExecution } = faultsByName;
	const unanswered = new Set<unknown>([
		cutBeforeExecution,
		cutAfterExecution,
		cutMidAnswer,
		never,
		neverAfterExecution,
	]);

	/** The status, or nothing where no answer comes; whoever never gets one gives up. */
	async function statusOf(send: (signal: AbortSignal) => Promise<{ readonly status: number }>) {
		const booked = its.sandbox.ledger.total;
		const controller = new AbortController();
		const giveUp = setTimeout(() => controller.abort(), 700);
		const status = await send(controller.signal).then(
			(answer) => answer.status,
			() => undefined,
		);
		clearTimeout(giveUp);
		// The server notices a moment later that a client has given up.
		while (its.sandbox.ledger.total === booked) await pause(5);
		return status;
	}

	it.each(faultNames)(
		'%s hits a write, which is executed or not, as its entry says',
		async (name) => {
			its.sandbox.script(namedFault(name, { match: { kind: 'put' } }));
			const body = { CustomerID: { value: 'ACME' }, CustomerName: { value: 'Acme' } };
			const status = await statusOf((signal) =>
				its.client.put('Customer', body, undefined, signal),
			);
			expect(status === undefined).toBe(unanswered.has(faultsByName[name]));
			const isStored = its.sandbox.records.find('Customer', ['ACME']) !== undefined;
			expect(isStored).toBe(faultsByName[name].executes);
		},
	);

	it.each(faultNames)('%s hits a sign-in', async (name) => {
		its.sandbox.script(namedFault(name, { match: { kind: 'signIn' } }));
		const client = new SandboxClient(its.sandbox);
		await statusOf((signal) => client.signIn({}, signal));
		const { opened, killed } = its.sandbox.ledger.sessions;
		const opens = faultsByName[name].executes || name === 'sessionKilled';
		expect(opened).toBe(opens ? 2 : 1);
		expect(killed).toBe(name === 'sessionKilled' ? 1 : 0);
	});

	it('are told from other names', () => {
		expect(isFaultName('slow')).toBe(true);
		expect(isFaultName('toString')).toBe(false);
	});

	it('hit as many requests as the script says', async () => {
		its.sandbox.script(namedFault('loginLimit', { match: { kind: 'signIn' }, times: 2 }));
		const answers = [];
		for (let attempt = 0; attempt < 3; attempt += 1) answers.push(await its.client.signIn());
		expect(answers.map(({ status }) => status)).toEqual([500, 500, 204]);
		expect(answers[0]?.text).toContain('API Login Limit');
	});
});
