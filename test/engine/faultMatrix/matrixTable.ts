/** What one operation came to under one fault with one credential. */
export interface Cell {
	readonly authentication: string;
	readonly operation: string;
	readonly fault: string;
	readonly outcome: string;
	/** What must never be; empty in a good cell. */
	readonly verdicts: readonly string[];
}

/** The cells as Markdown: faults by operations; where the credentials differ, each by its name. */
export function matrixTable(cells: readonly Cell[]): string {
	const operations = [...new Set(cells.map(({ operation }) => operation))];
	const faults = [...new Set(cells.map(({ fault }) => fault))];
	const row = (values: readonly string[]) => `| ${values.join(' | ')} |`;
	const rows = faults.map((fault) =>
		row([fault, ...operations.map((operation) => outcomes(cells, fault, operation))]),
	);
	const bad = cells.filter(({ verdicts }) => verdicts.length > 0).length;
	return `${[
		'# Fault matrix',
		'',
		`What each operation comes to when a request of it meets a fault: ${cells.length} runs of the node in n8n's engine over a real socket, with each of the three credentials, judged by what the sandbox has stored afterwards. Written by \`test/engine/faultMatrix.test.ts\`, which fails when it no longer holds.`,
		'',
		`Records written or actions run twice: ${count(cells, 'times')}. Lost without an error: ${count(cells, 'lost')}. Written or run, but the error does not say that it may have been: ${count(cells, 'does not say')}. A wrong result or half a file taken for right: ${count(cells, 'wrong result')}. Sessions left open: ${count(cells, 'session')}. Secrets shown: ${count(cells, 'secret')}. Runs with any of these: ${bad}.`,
		'',
		'**done** means that the result was right, if need be after waiting and sending again. An error names its class; `docs/troubleshooting.md` has them all. **undetectable**: half of a file came with a length to match, which nothing tells from a file of that size.',
		'',
		row(['Fault', ...operations]),
		row(['---', ...operations.map(() => '---')]),
		...rows,
	].join('\n')}\n`;
}

function count(cells: readonly Cell[], word: string): number {
	return cells.filter(({ verdicts }) => verdicts.some((verdict) => verdict.includes(word))).length;
}

function outcomes(cells: readonly Cell[], fault: string, operation: string): string {
	const found = cells.filter((cell) => cell.fault === fault && cell.operation === operation);
	const different = new Set(found.map(({ outcome }) => outcome));
	return different.size === 1
		? [...different].join('')
		: found.map(({ authentication, outcome }) => `${authentication}: ${outcome}`).join('; ');
}
