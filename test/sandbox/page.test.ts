import { Ledger } from './ledger.ts';
import { statePage } from './page.ts';
import { Sessions } from './signIn/sessions.ts';

describe('the page', () => {
	const text = String(statePage().body);

	it('asks the sandbox for its state again and again', () => {
		expect(text).toContain("fetch('/_sandbox/state')");
		expect(text).toContain('setTimeout(refresh, 1000)');
	});

	it('shows what the ledger counts', () => {
		const ledger = new Ledger(
			() => new Sessions({ now: () => 0, allowsSession: () => true }).counts(),
			() => [],
		);
		const others = ['sessions', 'countByStatus'];
		const names = Object.keys(ledger.statistics()).filter((name) => !others.includes(name));
		for (const name of names) expect(text).toContain(`state.${name}`);
		for (const name of ['opened', 'open', 'closed', 'expired', 'killed', 'undelivered']) {
			expect(text).toContain(`sessionCounts.${name}`);
		}
	});

	it('needs nothing from elsewhere', () => {
		expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
	});
});
