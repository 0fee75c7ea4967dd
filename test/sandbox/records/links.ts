import type { SandboxRecord } from '../record.ts';
import type { Entity } from './entity.ts';
import { formOf, rowView } from './form.ts';

type Links = Readonly<Record<string, string>>;

/** Recorded: a 2023 build answered Default/20.200.001 without `_links`; newer versions have them. */
export function hasLinks({ contract }: Pick<Entity, 'contract'>): boolean {
	const { name, version } = contract.endpoint;
	return name !== 'Default' || version !== '20.200.001';
}

/** The addresses of a record: below the origin, with the site, and `{filename}` as a placeholder. */
export function linksOf(sitePath: string, entity: Entity): (record: SandboxRecord) => Links {
	const base = baseOf(sitePath, entity);
	const { graph, view } = formOf(entity.storedAs);
	return ({ id }) => ({
		self: `${base}/${entity.name}/${id}`,
		'files:put': `${base}/files/${graph}/${view}/${id}/{filename}`,
	});
}

/**
 * The address for the files of a detail row, which names the row by its NoteID.
 *
 * @returns a function of the row and of the detail's name in this endpoint
 */
export function rowLinksOf(
	sitePath: string,
	entity: Entity,
): (row: SandboxRecord, detail: string) => Links {
	const base = baseOf(sitePath, entity);
	const form = formOf(entity.storedAs);
	return ({ id }, detail) => {
		const view = rowView(form, entity.alias?.fields[detail] ?? detail);
		return { 'files:put': `${base}/files/${form.graph}/${view}/${id}/{filename}` };
	};
}

/** The endpoint's own address below the origin. */
export function baseOf(sitePath: string, { contract }: Pick<Entity, 'contract'>): string {
	const { name, version } = contract.endpoint;
	return `${sitePath}/entity/${name}/${version}`;
}
