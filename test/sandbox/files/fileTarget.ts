import { contractOf, type SessionCall } from '../call.ts';
import type { SandboxRecord } from '../record.ts';
import { findByPath } from '../records/address.ts';
import { notFound, rowIdIn } from '../records/answer.ts';
import { entityOf } from '../records/entity.ts';
import { entityOfGraph, formOf, rowView } from '../records/form.ts';
import type { RecordSet } from '../records/recordSet.ts';
import { httpError, Refusal } from '../reply.ts';
import type { FileOwner } from './fileStore.ts';

/** What an upload is for. */
export interface FileTarget {
	readonly owner: FileOwner;
	readonly name: string;
}

/**
 * Reads `files/{graph}/{view}/{id}/{filename}`, the address that `_links` show.
 *
 * @throws Refusal 404 for an unknown form, 500 when the ID names no record or row of it
 */
export function targetOfLink(call: SessionCall): FileTarget {
	const [graph = '', view = '', id = '', ...names] = call.rest;
	const entity = entityOfGraph(graph);
	const contract = contractOf(call);
	const isKnown = entity !== undefined && Object.hasOwn(contract.entities, entity);
	const isPublished = isKnown || contract.endpoint.name !== 'Default';
	const [name = ''] = names;
	if (entity === undefined || !isPublished || names.length !== 1) throw unknownAddress();
	const set = call.instance.records(call.session.tenant).set(entity);
	const form = formOf(entity);
	const record = view === form.view ? set.findById(id) : undefined;
	if (record !== undefined) return { owner: ownerOf(call, entity, set, record), name };
	// The address shows a row's NoteID; the ID that the row has in this session is good as well.
	const ids = new Set([id.toLowerCase(), rowIdIn(call.session, id.toLowerCase())]);
	for (const one of set.all()) {
		for (const [detail, rows] of Object.entries(one.details)) {
			if (rowView(form, detail) !== view) continue;
			const row = rows.find((candidate) => ids.has(candidate.id));
			if (row === undefined) continue;
			return { owner: { ...ownerOf(call, entity, set, one), detailId: row.id }, name };
		}
	}
	throw notFound();
}

/**
 * Reads `{Entity}/{keys or ID}/files/{filename}`, the older address, for the record itself only.
 *
 * @throws Refusal 404 for another address, 500 when the keys name no record
 */
export function targetOfRecord(call: SessionCall): FileTarget {
	const { rest, session, instance, parameters } = call;
	const [name = '', files] = [rest.at(-1), rest.at(-2)];
	if (files !== 'files' || rest.length < 3) throw unknownAddress();
	const entity = entityOf(contractOf(call), parameters.entity ?? '');
	const set = instance.records(session.tenant).set(entity.storedAs);
	const record = findByPath(set, rest.slice(0, -2));
	if (record === undefined) throw notFound();
	return { owner: ownerOf(call, entity.storedAs, set, record), name };
}

function ownerOf(
	{ session }: SessionCall,
	entity: string,
	set: RecordSet,
	record: SandboxRecord,
): FileOwner {
	const keys = set.keysOf(record).map(String);
	return {
		tenant: session.tenant,
		entity,
		recordId: record.id,
		folder: `${formOf(entity).title} (${keys.join(', ')})`,
	};
}

function unknownAddress(): Refusal {
	return new Refusal(httpError(404, 'No HTTP resource was found that matches the request URI.'));
}
