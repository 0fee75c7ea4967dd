/** A row of a table, by the column's heading. */
export type Row = Readonly<Record<string, string>>;

/** A heading and the text below it, up to the next heading. */
export interface Section {
	readonly title: string;
	readonly text: string;
}

/** The contents of the fenced blocks that are announced with exactly these words. */
export function fencedBlocks(markdown: string, announced: string): string[] {
	return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)]
		.filter(([, words]) => words?.trim() === announced)
		.map(([, , contents = '']) => contents);
}

/** Every heading with its text. Fenced blocks are left out: a comment in them is no heading. */
export function sections(markdown: string): Section[] {
	const [, ...parts] = withoutBlocks(markdown).split(/^#{1,6} +/m);
	return parts.map((part) => {
		const [title = '', ...lines] = part.split('\n');
		return { title: title.trim(), text: lines.join('\n') };
	});
}

/** The rows of all tables that have all of the given columns. */
export function tableRows(markdown: string, ...columns: readonly string[]): Row[] {
	const tables = withoutBlocks(markdown).match(/(?:^\|.*\|$\n?)+/gm) ?? [];
	return tables.flatMap((table) => {
		const [head = [], , ...rows] = table.trim().split('\n').map(cells);
		if (!columns.every((column) => head.includes(column))) return [];
		return rows.map((row) =>
			Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])),
		);
	});
}

/** Targets of links and images. */
export function linkTargets(markdown: string): string[] {
	return [...withoutBlocks(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
}

/** The names under which the headings of a document can be linked to, as GitHub makes them. */
export function anchors(markdown: string): string[] {
	return sections(markdown).map(({ title }) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

/** The text of each piece of inline code. */
export function inlineCode(markdown: string): string[] {
	return [...withoutBlocks(markdown).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** A text without the backticks around it. */
export function bare(text: string): string {
	return text.replace(/^`(.*)`$/, '$1');
}

function withoutBlocks(markdown: string): string {
	return markdown.replace(/^```[\s\S]*?^```$/gm, '');
}

function cells(line: string): string[] {
	return line
		.replace(/^\||\|$/g, '')
		.split('|')
		.map((cell) => cell.trim());
}
