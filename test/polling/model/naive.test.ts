import fc from 'fast-check';
import { installed } from '../../support/acumaticaPackage.ts';
import type { CredentialStore } from '../../support/credentialStore.ts';
import { objections } from './checks.ts';
import { type Erp, startErp } from './erp.ts';
import { histories, type Step } from './history.ts';
import { NaiveTrigger } from './naiveTrigger.ts';
import { watchHistory, type Watcher } from './run.ts';
import { connected, triggerWatcher } from './watcher.ts';

jest.setTimeout(120_000);

let erp: Erp;
let credentials: CredentialStore;
beforeAll(async () => {
	erp = await startErp();
	credentials = await connected(erp.sandbox);
});
afterAll(async () => await erp.sandbox.close());

/** The clock of its host is the ERP's own, to the millisecond: better than any that there is. */
function naiveWatcher(): Watcher {
	return {
		installed: { ...installed, nodes: [new NaiveTrigger(erp)] },
		node: 'naiveTrigger',
		parameters: {},
		credentials,
		database: 'durable',
		moveClock: () => undefined,
	};
}

const watch = async (watcher: Watcher, history: readonly Step[]) =>
	objections(erp, await watchHistory(erp, watcher, history), { repeats: false });

const poll = { kind: 'poll', trouble: 'none', at: 0, crash: undefined, edits: [] } as const;
const pause = { kind: 'advance', by: 60_000 } as const;

describe('the same property', () => {
	test('fails for a trigger that asks since its last poll, even with perfect clocks', async () => {
		const watcher = naiveWatcher();
		const property = fc.asyncProperty(
			histories({ crashes: false, troubles: false, setsBack: false }),
			async (history) => expect(await watch(watcher, history)).toEqual([]),
		);
		const result = await fc.check(property, { numRuns: 200 });
		expect(result.failed).toBe(true);
		expect(result.counterexample?.[0].length).toBeGreaterThan(0);
	});

	test.each<[string, Step[]]>([
		[
			'it loses a change that becomes visible after the poll before which it was made',
			[pause, poll, pause, poll, { kind: 'create', late: 40_000 }, pause],
		],
		[
			'it loses what moves up a page while it reads',
			[
				pause,
				poll,
				{ kind: 'burst', size: 12, apart: 10 },
				{ ...poll, edits: [{ before: 1, place: 0, removes: true }] },
			],
		],
	])('%s', async (_what, history) => {
		const lost = expect.arrayContaining([expect.stringMatching(/^lost/)]);
		expect(await watch(naiveWatcher(), history)).toEqual(lost);
		expect(await watch(triggerWatcher(credentials, 'durable', {}), history)).toEqual([]);
	});
});
