import type { SessionCall } from '../call.ts';
import { FilterError, filterFor, parseFilter } from '../filter.ts';
import type { SandboxRecord } from '../record.ts';
import { exception, httpError, jsonText, Refusal, type Reply } from '../reply.ts';
import { shownAs } from './alias.ts';
import { recordCall, recordWriter, type RecordCall } from './answer.ts';
import type { RecordSet } from './recordSet.ts';

/**
 * `GET {Entity}`: an array, in the order of the keys. Without `$top` it holds everything.
 *
 * @throws Refusal 500 when the list cannot be optimized or the filter cannot be read
 */
export function listRecords(sessionCall: SessionCall): Reply {
	const call = recordCall(sessionCall);
	refuseUnoptimized(call);
	const { query } = call.exchange;
	const skip = count(query, '$skip') ?? 0;
	const top = count(query, '$top') ?? Number.POSITIVE_INFINITY;
	const page = selected(call).slice(skip, skip + top);
	const write = recordWriter(call);
	return jsonText(200, `[${page.map((record, index) => write(record, index + 1)).join(',')}]`);
}

/** The records that `$filter` lets through; all where there is none. */
export function selected(call: RecordCall): readonly SandboxRecord[] {
	const text = call.exchange.query.get('$filter')?.trim() ?? '';
	if (text === '') return call.set.all();
	const { entity, set } = call;
	const { endpoint } = entity.contract;
	return remembered(set, `${endpoint.name}/${endpoint.version}/${entity.name}?${text}`, () => {
		const accepts = predicate(call, text);
		const { alias } = entity;
		if (alias === undefined) return set.all().filter(accepts);
		return set.all().filter((record) => accepts(shownAs(record, alias)));
	});
}

function predicate(
	{ entity, instance }: RecordCall,
	text: string,
): (record: SandboxRecord) => boolean {
	const { contract, name } = entity;
	const { detailConditions } = instance.settings;
	try {
		return filterFor(parseFilter(text), { contract, entity: name, detailConditions });
	} catch (error) {
		if (!(error instanceof FilterError)) throw error;
		const { message, exceptionType, status } = error;
		throw new Refusal(exception(status, { exceptionMessage: message, exceptionType }));
	}
}

interface Derived {
	readonly version: number;
	readonly records: readonly SandboxRecord[];
}

const kept = 8;
const derivedLists = new WeakMap<RecordSet, Map<string, Derived>>();

/** The pages of one list are cut from one pass over the records, until something changes. */
function remembered(
	set: RecordSet,
	key: string,
	derive: () => readonly SandboxRecord[],
): readonly SandboxRecord[] {
	const lists = derivedLists.get(set) ?? new Map<string, Derived>();
	derivedLists.set(set, lists);
	const known = lists.get(key);
	if (known?.version === set.version) return known.records;
	const records = derive();
	lists.delete(key);
	lists.set(key, { version: set.version, records });
	const [oldest] = lists.keys();
	if (lists.size > kept && oldest !== undefined) lists.delete(oldest);
	return records;
}

function count(query: URLSearchParams, option: string): number | undefined {
	const text = query.get(option);
	if (text === null) return undefined;
	if (/^\d+$/.test(text.trim())) return Number(text);
	throw new Refusal(httpError(400, `The value '${text}' of ${option} is not a whole number.`));
}

/** Lists are exported by one optimized query; some views do not allow that (facts, section 5.5). */
function refuseUnoptimized({ entity, projection, instance }: RecordCall): void {
	const refused = new Set(instance.settings.notOptimizable[entity.name] ?? []);
	const causes = refused.has('*') || entity.facts.isInquiry ? [entity.name] : [];
	causes.push(...[...projection.nested.keys()].filter((name) => refused.has(name)));
	if (causes.length === 0) return;
	const lines = causes.map((name) => `${name}: View ${name} has BQL delegate\r\n`).join('');
	throw new Refusal(
		exception(500, {
			exceptionMessage: `Optimization cannot be performed.The following fields cause the error:\r\n${lines}`,
			exceptionType: 'PX.Api.ContractBased.OptimizedExport.CannotOptimizeException',
		}),
	);
}
