import type { Erp } from './erp.ts';
import type { Watched } from './run.ts';

export interface Allowance {
	/** Whether a batch that was the last one before a restart may come again. */
	readonly repeats: boolean;
}

/**
 * What is wrong with what was emitted, in words; empty where nothing is: every change that nobody undid
 * was emitted in its last state, nothing was emitted that did not happen, and nothing twice.
 */
export function objections(erp: Erp, watched: Watched, { repeats }: Allowance): string[] {
	return [
		...lost(erp, watched),
		...invented(erp, watched),
		...repeated(watched, repeats),
		...misnamed(erp, watched, repeats),
	];
}

function lost(erp: Erp, { emissions }: Watched): string[] {
	const emitted = new Set(emissions.map(({ text }) => text));
	return [...erp.current().values()]
		.filter(({ text }) => !emitted.has(text))
		.map(({ text, record }) => `lost: ${text} of ${record}`);
}

function invented(erp: Erp, { emissions }: Watched): string[] {
	const happened = new Map(erp.changes.map((change) => [change.text, change]));
	return emissions
		.filter(({ text, record, stamp }) => {
			const change = happened.get(text);
			return change?.record !== record || change.stamp !== stamp;
		})
		.map(({ text, record }) => `invented: ${text} of ${record}`);
}

function repeated({ emissions, lastBatches }: Watched, repeats: boolean): string[] {
	const first = new Map<string, number>();
	return emissions.flatMap(({ text, batch }) => {
		const before = first.get(text);
		if (before === undefined) {
			first.set(text, batch);
			return [];
		}
		return repeats && lastBatches.has(before) ? [] : [`twice: ${text} in ${before} and ${batch}`];
	});
}

/** The first emission of a record that was created meanwhile says so, and no later one. */
function misnamed(erp: Erp, { emissions, lastBatches }: Watched, repeats: boolean): string[] {
	const created = new Set(
		erp.changes.filter(({ isCreation }) => isCreation).map(({ record }) => record),
	);
	const known = new Map<string, number>();
	return emissions.flatMap(({ record, event, text, batch }) => {
		if (event === undefined) return [];
		const before = known.get(record);
		known.set(record, before ?? batch);
		const due = before === undefined && created.has(record) ? 'created' : 'updated';
		if (event === due) return [];
		const isRepeat = repeats && before !== undefined && lastBatches.has(before);
		return isRepeat ? [] : [`${text} of ${record} is called ${event} instead of ${due}`];
	});
}
