import { queryParameters } from '../../contract/query';
import { recordPath } from '../../contract/recordKey';
import { isRecord, type WireRecord } from '../../contract/scalar';
import { isDisguisedError } from '../../transport/decoding';
import { recordsOf } from '../../transport/pages';
import { isSuccess, type ApiRequest, type Exchange, type Send } from '../../transport/request';
import { certainKeyFields } from '../recordTarget';
import { fieldValue, keyWithin } from './addressing';
import { duplicateLookUps, type Write } from './duplicateCheck';
import { isMissing } from './missing';

/**
 * May this write be sent again when nobody knows whether it was executed (design decision 7)?
 *
 * A record that is found by its ID or keys is written over with the same values: safe, unless rows
 * are appended to it, which would then stand there twice. A create with its keys given is looked for
 * by them; any other by the field for the duplicate check; without that it is unsafe.
 */
export function replayOf(write: Write): ApiRequest['replay'] {
	const { target, record, creates, duplicateCheckField } = write;
	const key = keyWithin(record, certainKeyFields(target));
	if (key !== undefined && !creates && !appendsRows(record)) return 'safe';
	if (key !== undefined && creates && 'keyFields' in key) {
		return async (send) =>
			await written(
				send,
				{
					method: 'GET',
					path: `${target.path}/${recordPath(target.entity, key)}`,
					query: queryParameters(write.query),
					headers: write.headers,
					expect: 'json',
					replay: 'safe',
				},
				write,
			);
	}
	return duplicateCheckField === '' || (key !== undefined && !creates)
		? 'unsafe'
		: async (send) => await existing(send, write);
}

/** True where a row without an ID, anywhere in the record, would be added to a detail. */
export function appendsRows(record: WireRecord): boolean {
	return Object.entries(record).some(([field, value]) => {
		if (field === 'custom') return false;
		if (Array.isArray(value)) {
			return value.some(
				(row) => isRecord(row) && (isNewRow(row) || (row.delete !== true && appendsRows(row))),
			);
		}
		return isRecord(value) && appendsRows(value);
	});
}

/** True for a row that names no existing one by its ID, and is not there to remove one. */
export function isNewRow(row: WireRecord): boolean {
	return typeof row.id !== 'string' && row.delete !== true;
}

/** The record that a lost create has left under its keys, if it is the one that was sent. */
async function written(
	send: Send,
	request: ApiRequest,
	write: Write,
): Promise<Exchange | undefined> {
	const exchange = await send(request);
	if (exchange.kind === 'failure') return exchange;
	if (isMissing(exchange)) return undefined;
	if (exchange.status >= 300) return exchange;
	if (isDisguisedError(exchange) || !isRecord(exchange.body)) return provesNothing;
	return holdsWhatWasSent(exchange.body, write.record) ? exchange : undefined;
}

/** A sign-in page, say, in place of what was looked for: nobody can tell from it what is there. */
const provesNothing: Exchange = {
	kind: 'failure',
	reason: 'unreadable',
	message: 'The look-up was not answered with data',
	phase: 'request',
};

/** Compares the record's own plain fields; nested ones come back only when they are expanded. */
function holdsWhatWasSent(found: WireRecord, sent: WireRecord): boolean {
	return differingField(found, sent) === undefined;
}

/** The first plain field that the ERP shows with another value than was sent; dates do not count. */
export function differingField(found: WireRecord, sent: WireRecord): string | undefined {
	return Object.keys(sent).find((field) => {
		const wanted = fieldValue(sent, field);
		const actual = fieldValue(found, field);
		if (typeof wanted !== 'string' && typeof wanted !== 'number') return false;
		if (actual === undefined || actual === null) return false;
		return !/^\d{4}-\d\d-\d\d/.test(String(wanted)) && !isSameValue(String(wanted), String(actual));
	});
}

/** The ERP puts keys into capitals, and writes numbers its own way. */
function isSameValue(wanted: string, actual: string): boolean {
	const [one, other] = [wanted.trim().toLowerCase(), actual.trim().toLowerCase()];
	return one === other || (one !== '' && other !== '' && Number(one) === Number(other));
}

/** The record that a lost create has left, as the create would have returned it. */
async function existing(send: Send, write: Write): Promise<Exchange | undefined> {
	let exchange: Exchange | undefined;
	for (const request of duplicateLookUps(write)) {
		exchange = await send(request);
		if (isSuccess(exchange)) break;
	}
	if (exchange === undefined || !isSuccess(exchange)) return exchange;
	const records = recordsOf(exchange.body);
	if (records === undefined) return provesNothing;
	const [body] = records;
	return body === undefined ? undefined : { ...exchange, body, text: JSON.stringify(body) };
}
