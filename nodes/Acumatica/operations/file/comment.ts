import { RecordFault } from '../../contract/recordFault';
import type { OperationCall } from '../operation';
import { readText } from './parameters';

/** What `PX-CbFileComment` holds at most. */
const longest = 500;

/**
 * Reads the parameter `comment`, on one line, as a header has to be.
 *
 * @throws RecordFault when it is too long
 */
export function readComment(call: OperationCall): string {
	const comment = readText(call, 'comment', 'Comment')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	if (comment.length <= longest) return comment;
	throw new RecordFault(
		'Comment',
		`has ${comment.length} characters. Acumatica takes at most ${longest}`,
	);
}

/**
 * The header that carries a comment. Without it, a new version has none. A header holds bytes, which
 * Node takes as characters below 256: here those of UTF-8, as the documentation does not say otherwise.
 */
export function commentHeader(comment: string): Record<string, string> {
	return comment === ''
		? {}
		: { 'PX-CbFileComment': Buffer.from(comment, 'utf8').toString('latin1') };
}
