import type { SandboxRecord } from '../record.ts';
import type { ActionRun } from './action.ts';
import { numberOf, textOf } from './draft.ts';

const day = 86_400_000;

const released = ['Open', 'Closed', 'Voided'];

/** Receivables and payables: On Hold or Balanced until they are released, then Open, Closed or Voided. */
export function isReleased(record: SandboxRecord): boolean {
	return released.includes(textOf(record, 'Status'));
}

/** The status that a saved document has. */
export function documentStatus(record: SandboxRecord): string {
	if (isReleased(record)) return textOf(record, 'Status');
	return record.fields.Hold === true ? 'On Hold' : 'Balanced';
}

export function refuseReleased(record: SandboxRecord): string | undefined {
	return isReleased(record) ? 'The document is released and cannot be deleted.' : undefined;
}

/** A document on hold, or one that is released already, cannot be released. */
export function checkRelease({ record, refuse }: ActionRun): void {
	if (record.fields.Hold === true) refuse('The document is on hold and cannot be released.');
	if (isReleased(record)) {
		refuse(`The document is released already; its status is '${textOf(record, 'Status')}'.`);
	}
}

/** Releases what is to be paid: all of it is open now. */
export function releaseDocument(run: ActionRun): void {
	checkRelease(run);
	const { record } = run;
	record.fields.Balance = numberOf(record, 'Amount');
	record.fields.Status = numberOf(record, 'Amount') === 0 ? 'Closed' : 'Open';
}

export function daysAfter(date: string, days: number): string {
	return new Date(Date.parse(date) + days * day).toISOString();
}

/** `112026`: month and year, as periods are shown. */
export function periodOf(date: string): string {
	return `${date.slice(5, 7)}${date.slice(0, 4)}`;
}
