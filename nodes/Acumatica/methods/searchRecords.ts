import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';

import { endpointPath, type Endpoint } from '../contract/endpoint';
import { queryParameters } from '../contract/query';
import { recordPath } from '../contract/recordKey';
import type { PlainRecord } from '../contract/scalar';
import { shapeAt } from '../contract/schema';
import { unwrapRecord } from '../contract/value';
import type { Lane } from '../transport/lane';
import { recordsOf } from '../transport/pages';
import { chosenEndpoint, lookUp } from './editorConnection';
import { requireChosen } from './entityModel';
import { recordSearch, type RecordSearch } from './recordSearch';

const pageLength = 50;

/**
 * Records of the chosen entity, page by page, with their keys and what describes them. The search runs in
 * the ERP: in the last key field, the one that people know a document by, and in descriptive fields.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '',
): Promise<INodeListSearchResult> {
	const entity = requireChosen(this, 'entity');
	const [attempt = 0, skip = 0] = paginationToken
		.split('/')
		.map((part) => Number.parseInt(part, 10) || 0);
	return await lookUp(this, async (lane) => {
		const discovery = lane.discovery(0);
		const endpoint = await discovery.endpoint(chosenEndpoint(this));
		// Whoever may not read the description can still pick a record.
		const schema = await discovery.schema(endpoint).catch(() => undefined);
		const shape = schema === undefined ? undefined : shapeAt(schema, entity);
		const search = recordSearch(entity, shape, endpoint.name === 'Default');
		const select = shape === undefined ? [] : [...search.keyFields, ...search.descriptive];
		const filters = filter === '' ? [''] : search.filters(filter);
		for (let used = attempt; used < filters.length; used++) {
			const query = queryParameters({ filter: filters[used] ?? '', select });
			const page = readPage(lane, { endpoint, entity }, query, skip);
			// A further page goes on with the filter that found the first one.
			const hasOther = skip === 0 && used + 1 < filters.length;
			const records = await (hasOther ? page.catch(noneIfRefused) : page);
			if (records.length === 0 && hasOther) continue;
			return {
				results: records.map((record) => choice(record, search)),
				...(records.length === pageLength && {
					paginationToken: `${used}/${skip + pageLength}`,
				}),
			};
		}
		return { results: [] };
	});
}

async function readPage(
	lane: Lane,
	{ endpoint, entity }: { readonly endpoint: Endpoint; readonly entity: string },
	query: Readonly<Record<string, string>>,
	skip: number,
): Promise<PlainRecord[]> {
	const { body } = await lane.api(0)(
		{
			method: 'GET',
			path: `${endpointPath(endpoint)}/${recordPath(entity)}`,
			query: { ...query, $top: String(pageLength), ...(skip > 0 && { $skip: String(skip) }) },
			expect: 'json',
			replay: 'safe',
		},
		{ doing: 'list', entity, endpoint },
	);
	return (recordsOf(body) ?? []).map(unwrapRecord);
}

const refusalsOfFilter = new Set<unknown>([
	'badRequest',
	'notOptimizable',
	'serverError',
	'tooLarge',
]);

/**
 * Nothing, where the ERP refused the filter: it cannot look into all fields at once, which nothing tells
 * beforehand, and another filter may do. Whatever else fails would fail with any filter, and is raised again.
 */
async function noneIfRefused(error: unknown): Promise<PlainRecord[]> {
	const isRefusal = error instanceof NodeApiError && refusalsOfFilter.has(error.context.faultKind);
	return isRefusal ? [] : await Promise.reject(error);
}

/** The value is the keys, or the ID where a key contains the separator or nobody is sure of the keys. */
function choice(
	record: PlainRecord,
	{ keyFields, descriptive, isCertain }: RecordSearch,
): { name: string; value: string } {
	const keys = keyFields.map((field) => String(record[field] ?? ''));
	const id = String(record.id ?? '');
	const byKeys = isCertain && keys.every((key) => key !== '' && !/[/|]/.test(key));
	const shown = keys.filter((key) => key !== '').join('/') || id;
	const about = descriptive
		.map((field) => record[field])
		.filter((value) => typeof value === 'string' && value !== '');
	return {
		name: [shown, ...about].join(' · '),
		value: byKeys ? keys.join('/') : id,
	};
}
