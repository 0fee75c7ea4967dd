import { availableParallelism, totalmem } from 'node:os';

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	const [below, above] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
	if (below === undefined || above === undefined) throw new Error('No values, no median');
	return (below + above) / 2;
}

/** A Markdown table; the first row is its head. Numbers are aligned to the right. */
export function table([head, ...rows]: readonly (readonly string[])[]): string {
	if (!head) throw new Error('A table needs a head');
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	const ruler = head.map((_cell, column) => (column === 0 ? '---' : '---:'));
	return [line(head), line(ruler), ...rows.map(line)].join('\n');
}

/** What the figures depend on, without saying whose machine it was. */
export function machineClass(): string {
	const gigabytes = Math.round(totalmem() / 2 ** 30);
	return `${availableParallelism()} cores, ${gigabytes} GB memory, Node ${process.version}`;
}

/**
 * Replaces the section of one benchmark in a document, between its markers; appends it where the
 * document does not have it yet. Everything else stays as it is.
 */
export function withSection(document: string, name: string, section: string): string {
	const [start, end] = [`<!-- bench:${name} -->`, '<!-- /bench -->'];
	const marked = `${start}\n\n${section.trim()}\n\n${end}`;
	const from = document.indexOf(start);
	const to = document.indexOf(end, from);
	if (from < 0) return `${document.trimEnd()}\n\n${marked}\n`.trimStart();
	if (to < 0) throw new Error(`The section ${name} has no end`);
	return document.slice(0, from) + marked + document.slice(to + end.length);
}
