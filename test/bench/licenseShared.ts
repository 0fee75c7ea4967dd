import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from './childProcess.ts';
import type { Connection } from './connection.ts';
import { licensedRequests } from './ledger.ts';
import { ledgerRows, type LicensedRun, latency, seconds, upsertUnder } from './licensedUpserts.ts';
import { table } from './results.ts';
import type { ShareReport } from './thirdIntegration.ts';
import { newCustomers } from './writing.ts';

const each = 100;
/** As long as a window of the license, so that the third has its share when the executions begin. */
const headStart = 60_000;

interface SharedRun extends LicensedRun {
	readonly third: ShareReport;
}

/**
 * Two executions of one n8n process, each upserting 100 customers, and a third integration that takes a
 * third of the license all the time and of which the node knows nothing. Once with one request after
 * the other, once with three lanes, for which the sessions do not suffice; at the same time, each
 * with a sandbox of its own.
 * @returns the result as Markdown
 */
export async function licenseShared(): Promise<string> {
	return report(await Promise.all([sharedRun(1), sharedRun(3)]));
}

async function sharedRun(parallelRequests: number): Promise<SharedRun> {
	let child: Child | undefined;
	let third: ShareReport = { written: 0, refused: 0 };
	const takeThird = async (connection: Connection) => {
		const [started] = await startChild('thirdIntegration.ts', [JSON.stringify(connection)]);
		child = started;
		await pause(headStart);
		return async () => {
			third = await started.ask<ShareReport>('stop');
		};
	};
	const executions = [newCustomers('B', each), newCustomers('D', each)];
	const license = { requestsPerMinute: 100, concurrentRequests: 3, users: 3 };
	const run = await upsertUnder(
		license,
		'nodeWriter.ts',
		{ executions, parallelRequests },
		takeThird,
	).finally(async () => await child?.stop());
	return { ...run, third };
}

function report(runs: readonly SharedRun[]): string {
	const row = (title: string, figure: (run: SharedRun) => string) => [title, ...runs.map(figure)];
	const time = (execution: number) => (run: SharedRun) =>
		seconds(run.writings[execution]?.milliseconds ?? NaN);
	return [
		`Two executions at once, ${each} new customers each, and a third integration with a session of its ` +
			'own that has been sending 33 requests a minute for a minute already and goes on. The license: ' +
			`100 a minute, 3 at once, 3 sessions, plain; each request takes ${latency} ms. The credential ` +
			'says the same, and knows nothing of the third.',
		'',
		table([
			['Parallel requests of each execution', '1', '3'],
			...(runs[0] ? ledgerRows(runs[0]) : []).map(([title = ''], index) =>
				row(title, (run) => ledgerRows(run)[index]?.[1] ?? ''),
			),
			row('Time of the one execution', time(0)),
			row('of the other', time(1)),
			row('The slower to the faster', (run) => `**${unfairness(run).toFixed(2)}**`),
			row('Customers that the third has written', ({ third }) => String(third.written)),
			row('its requests refused with 429, sent again later', ({ third }) => String(third.refused)),
			row('License used, requests a minute', (run) => perMinute(run).toFixed(0)),
		]),
	].join('\n');
}

function unfairness({ writings }: LicensedRun): number {
	const times = writings.map(({ milliseconds }) => milliseconds);
	return Math.max(...times) / Math.min(...times);
}

function perMinute(run: LicensedRun): number {
	return licensedRequests(run.ledger) / ((run.time + headStart) / 60_000);
}
