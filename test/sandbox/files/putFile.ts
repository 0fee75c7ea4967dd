import { contractOf, type SessionCall } from '../call.ts';
import { header } from '../exchange.ts';
import { baseOf } from '../records/links.ts';
import { httpError, noContent, page, Refusal, type Reply } from '../reply.ts';
import { targetOfLink, targetOfRecord, type FileTarget } from './fileTarget.ts';

/** `PUT files/{graph}/{view}/{id}/{filename}`: to a record or a detail row. */
export function putLinkedFile(call: SessionCall): Reply {
	return putFile(call, targetOfLink(call));
}

/** `PUT {Entity}/{keys or ID}/files/{filename}`: to a record. */
export function putRecordFile(call: SessionCall): Reply {
	return putFile(call, targetOfRecord(call));
}

/**
 * Keeps the body as a file, or as a new version of the one with this name.
 *
 * @throws Refusal 409 while a long operation runs on the form, 411 and 413 (web pages) as the switches
 * say, 400 for a comment that is too long
 */
function putFile(call: SessionCall, { owner, name }: FileTarget): Reply {
	const { instance, session, exchange } = call;
	const { files, ledger, operations, settings, clock, sitePath } = instance;
	operations.refuseWhileBusy(session.number, owner.entity);
	const isChunked = exchange.headers['transfer-encoding'] !== undefined;
	if (isChunked && settings.chunkedUploads === 'refuse') {
		throw new Refusal(page(411, 'Length Required'));
	}
	const { upload } = exchange;
	if (upload === undefined) throw new Error('The body was not received as a file.');
	if (upload.size > settings.maxFileSize) throw new Refusal(page(413, 'Request Entity Too Large'));
	const at = clock.now();
	const contentType = header(exchange, 'content-type');
	const file = files.receive(owner, upload, { name, comment: commentOf(call), contentType, at });
	const version = file.versions.at(-1);
	if (version !== undefined) ledger.filed(file, version);
	return noContent({
		Location: `${baseOf(sitePath, { contract: contractOf(call) })}/files/${file.id}`,
	});
}

const longestComment = 500;

/** Several headers are joined by commas. Without any, a new version has no comment. */
function commentOf({ exchange }: SessionCall): string | null {
	const comment = readableText(header(exchange, 'px-cbfilecomment') ?? '');
	if (comment.length <= longestComment) return comment === '' ? null : comment;
	throw new Refusal(httpError(400, `The comment is longer than ${longestComment} characters.`));
}

/** Headers are bytes; those of UTF-8 are read as such. */
function readableText(text: string): string {
	const decoded = Buffer.from(text, 'latin1').toString('utf8');
	return decoded.includes('\uFFFD') ? text : decoded;
}
