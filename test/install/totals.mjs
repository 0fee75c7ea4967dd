import { existsSync, readFileSync } from 'node:fs';

/** Adds up what the reports of `jest --json` say; a report that was never written counts nothing. */
export function combinedTotals(reports) {
	const totals = { passed: 0, failed: 0, skipped: 0 };
	for (const report of reports.filter((file) => existsSync(file))) {
		const result = JSON.parse(readFileSync(report, 'utf8'));
		totals.passed += result.numPassedTests;
		// A file that does not even load has no failed tests to count.
		totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
		totals.skipped += result.numPendingTests + result.numTodoTests;
	}
	return totals;
}

export function totalsLine({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
