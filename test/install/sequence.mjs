import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { combinedTotals, totalsLine } from './totals.mjs';

/**
 * Runs the steps one after the other up to the first that fails; closes with the tests' totals.
 * @param steps each with a title, a function that starts it and resolves with an exit code, and, where
 * it runs tests, the file that jest reports into
 * @returns the exit code of the step that failed, else 0
 */
export async function inSequence(steps) {
	const reports = steps.flatMap(({ report }) => report ?? []);
	// A step that dies, or is never reached, must not be counted by the report of an earlier run.
	for (const report of reports) {
		mkdirSync(dirname(report), { recursive: true });
		rmSync(report, { force: true });
	}
	let exitCode = 0;
	for (const { title, start } of steps) {
		console.log(`\n== ${title}`);
		exitCode = await start();
		if (exitCode === 0) continue;
		console.log(`\n${title}: failed with exit code ${exitCode}`);
		break;
	}
	console.log(totalsLine(combinedTotals(reports)));
	return exitCode;
}
