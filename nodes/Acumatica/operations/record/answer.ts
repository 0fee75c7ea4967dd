import { NodeApiError } from 'n8n-workflow';

import { isRecord, type WireRecord } from '../../contract/scalar';
import { subject, type About } from '../../transport/about';
import { recordsOf } from '../../transport/pages';
import type { OperationCall } from '../operation';

/** The record of an answer. @throws NodeApiError when the answer holds something else */
export function requireRecord(call: OperationCall, body: unknown, about: About): WireRecord {
	if (isRecord(body)) return body;
	throw strangeAnswer(call, about, 'a record');
}

/** The records of a list answer. @throws NodeApiError when the answer holds something else */
export function requireRecords(
	call: OperationCall,
	body: unknown,
	about: About,
): readonly WireRecord[] {
	const records = recordsOf(body);
	if (records !== undefined) return records;
	throw strangeAnswer(call, about, 'a list of records');
}

function strangeAnswer(call: OperationCall, about: About, due: string): NodeApiError {
	return new NodeApiError(
		call.node,
		{},
		{
			message: `Could not ${about.doing} ${subject(about)}: the answer holds no data where ${due} was due`,
			description:
				'Check that the Instance URL of the credential leads to an Acumatica and not to another service.',
			itemIndex: call.itemIndex,
		},
	);
}
