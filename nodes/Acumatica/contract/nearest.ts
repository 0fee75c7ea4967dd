/** The names closest to a misspelled one, best first: those that differ in case only, then by edits. */
export function nearestNames(name: string, candidates: readonly string[], most = 3): string[] {
	const wanted = name.toLowerCase();
	const same = candidates.filter((candidate) => candidate.toLowerCase() === wanted);
	if (same.length > 0) return same;
	const limit = Math.max(2, Math.floor(wanted.length / 3));
	return candidates
		.map((candidate) => ({ candidate, distance: distance(wanted, candidate.toLowerCase()) }))
		.filter((row) => row.distance <= limit || row.candidate.toLowerCase().includes(wanted))
		.sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate, 'en'))
		.slice(0, most)
		.map((row) => row.candidate);
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++) {
			const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
		}
		previous = current;
	}
	return previous[b.length] ?? 0;
}
