import type { FaultKind } from '../contract/faultKind';
import { inquiryOf } from '../contract/inquiries';
import type { About } from './about';

/** Whatever asks for records by a GET. */
const reading: ReadonlySet<string> = new Set(['list', 'look for', 'read', 'read changes of']);

/**
 * How the GET of an inquiry may fail: lists with "Optimization cannot be performed" (500) or another
 * exception, which is not documented. Rights, the license and the network have advice of their own.
 */
export const inquiryFaults: ReadonlySet<FaultKind> = new Set<FaultKind>([
	'addressNotFound',
	'badRequest',
	'notOptimizable',
	'recordNotFound',
	'serverError',
	'unexpected',
]);

/**
 * What to do where records of an inquiry were asked for, which has none. A PUT reads an inquiry
 * (Acumatica's guide, "Retrieve Data from an Inquiry Form"), so that the operation Create or Update does.
 *
 * @param usual what to do where it is no inquiry, or none that is certain
 */
export function inquiryAdvice({ doing, entity = '', endpoint, polls }: About, usual = ''): string {
	const inquiry = reading.has(doing) ? inquiryOf(entity, endpoint?.name ?? '') : undefined;
	if (inquiry === undefined) return usual;
	const isCertain = inquiry.certainty === 'certain';
	const what = isCertain
		? `${entity} is an inquiry: it answers parameters with rows, and has no records to list, to read by key or to watch.`
		: `If ${entity} is an inquiry, as its name says, it answers parameters with rows, and has no records to list, to read by key or to watch.`;
	const asked = inquiry.hasParameters
		? 'its parameters as the record'
		: '{ "custom": {} } as the record (it has no parameters)';
	const expand = inquiry.results ?? 'the detail that has the rows';
	const way = `Create or Update, with ${asked} and Expand set to ${expand}`;
	const read =
		polls === true
			? `To read it again and again, begin with a Schedule Trigger and use the node Acumatica: ${way}.`
			: `Read it with ${way}.`;
	return [what, read, isCertain ? 'That stores nothing.' : usual].join(' ').trim();
}
