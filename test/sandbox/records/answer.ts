import type { SessionCall } from '../call.ts';
import { contractOf, parameter } from '../call.ts';
import { customFields } from '../seed.ts';
import type { SandboxRecord } from '../record.ts';
import { exception, Refusal } from '../reply.ts';
import type { Session } from '../signIn/sessions.ts';
import { readProjection, type Projection } from '../wire/projection.ts';
import { recordText, type RecordErrors, type WriteContext } from '../wire/write.ts';
import { shownAs, shownErrors } from './alias.ts';
import { entityOf, type Entity } from './entity.ts';
import type { RecordSet } from './recordSet.ts';
import { baseOf, hasLinks, linksOf, rowLinksOf } from './links.ts';

/** A request for records of one entity. */
export interface RecordCall extends SessionCall {
	readonly entity: Entity;
	readonly set: RecordSet;
	readonly projection: Projection;
}

/**
 * Reads what every request for records says: the entity and what the answer shows.
 *
 * @throws Refusal 404 for an unknown endpoint or entity, 409 while a long operation runs on the form, 400
 * or 500 for a bad projection
 */
export function recordCall(call: SessionCall): RecordCall {
	const { instance, session, exchange } = call;
	const contract = contractOf(call);
	const entity = entityOf(contract, parameter(call, 'entity'));
	instance.operations.refuseWhileBusy(session.number, entity.storedAs);
	const projection = readProjection(exchange.query, {
		contract,
		schema: entity.schema,
		expandLevels: instance.settings.expandLevels,
	});
	return {
		...call,
		entity,
		projection,
		set: instance.records(session.tenant).set(entity.storedAs),
	};
}

/** A function that writes the records of this call. */
export function recordWriter(
	call: RecordCall,
	errors?: ReadonlyMap<SandboxRecord, RecordErrors>,
): (record: SandboxRecord, rowNumber: number) => string {
	const { entity, instance, session, projection } = call;
	const { alias } = entity;
	const { settings, sitePath } = instance;
	const showsLinks = settings.links && hasLinks(entity);
	const hasRowLinks = showsLinks && settings.rowLinks !== 'never';
	const context: WriteContext = {
		contract: entity.contract,
		serverOffsetMinutes: settings.serverOffsetMinutes,
		customFields: customFields[entity.storedAs] ?? {},
		rowId: (id) => rowIdIn(session, id),
		links: showsLinks ? linksOf(sitePath, entity) : undefined,
		rowLinks: hasRowLinks ? rowLinksOf(sitePath, entity) : undefined,
		showsRowLinks: settings.rowLinks === 'always',
		files: fileLinks(call),
		errors,
	};
	const placed = { schemaName: entity.facts.schema, projection, path: '' };
	if (alias === undefined) {
		return (record, rowNumber) => recordText(record, { ...placed, rowNumber }, context);
	}
	return (record, rowNumber) => {
		const shown = shownAs(record, alias);
		const moved = errors === undefined ? undefined : shownErrors({ record, shown }, errors, alias);
		return recordText(shown, { ...placed, rowNumber }, { ...context, errors: moved });
	};
}

/** Files as records show them. */
function fileLinks({ entity, instance, session }: RecordCall) {
	const { files, settings, sitePath } = instance;
	const base = baseOf(sitePath, entity);
	return ({ id: ownerId }: SandboxRecord) =>
		files.of(session.tenant, ownerId).map(({ id, name, folder, versions }) => ({
			id,
			filename: settings.fileNames === 'folder' ? `${folder}\\${name}` : name,
			href: `${base}/files/${id}`,
			comment: versions.at(-1)?.comment ?? null,
		}));
}

/**
 * A row's ID as a session sees it: details have no ID of their own, so that one read in an earlier
 * session means nothing.
 */
export function rowIdIn(session: Pick<Session, 'number'>, id: string): string {
	const mask = Math.imul(session.number, 0x9e3779b1) >>> 0;
	const head = (Number.parseInt(id.slice(0, 8), 16) ^ mask) >>> 0;
	return `${head.toString(16).padStart(8, '0')}${id.slice(8)}`;
}

/** What a GET of a missing record answers (facts, section 0.5). */
export function notFound(): Refusal {
	return new Refusal(
		exception(500, {
			exceptionMessage: 'No entity satisfies the condition.',
			exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
		}),
	);
}
