/** What a request asks of records, in plain names. */
export interface RecordQuery {
	readonly filter?: string;
	readonly select?: readonly string[];
	readonly expand?: readonly string[];
	readonly custom?: readonly string[];
}

/**
 * Query parameters of a request for records.
 *
 * Every level of a nested path has to be expanded by name (`MainContact/Address` alone does not
 * bring `MainContact`), nested paths in `select` and `custom` need their entity expanded, and files
 * that are expanded have to be selected, if anything is: all of that is seen to here, so that asking for
 * a thing once is enough.
 */
export function queryParameters(query: RecordQuery): Record<string, string> {
	const { filter, custom = [] } = query;
	const expand = expandedPaths(query);
	const select = selectedPaths(query, expand);
	return {
		...(filter !== undefined && filter.trim() !== '' && { $filter: filter.trim() }),
		...(select.length > 0 && { $select: select.join(',') }),
		...(expand.length > 0 && { $expand: expand.join(',') }),
		...(custom.length > 0 && { $custom: custom.join(',') }),
	};
}

function selectedPaths({ select = [] }: RecordQuery, expand: readonly string[]): string[] {
	const wantsFiles = select.length > 0 && expand.includes('files') && !select.includes('files');
	return [...select, ...(wantsFiles ? ['files'] : [])];
}

function expandedPaths({ select = [], expand = [], custom = [] }: RecordQuery): string[] {
	const paths = [...expand, ...select.map(parentOf), ...custom.map(parentOf)];
	const expanded = new Set<string>();
	for (const path of paths) {
		const levels = path.split('/').filter((level) => level !== '');
		levels.forEach((_, index) => expanded.add(levels.slice(0, index + 1).join('/')));
	}
	return [...expanded];
}

function parentOf(path: string): string {
	return path.split('/').slice(0, -1).join('/');
}

/** Reads names as a person types them (`OrderNbr, Status`, or one a line), or as a list that holds them. */
export function parseNames(entered: string | readonly string[]): string[] {
	return (typeof entered === 'string' ? entered.split(/[,\n]/) : entered)
		.map((name) => name.trim())
		.filter((name) => name !== '');
}
