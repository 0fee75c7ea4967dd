import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { endpointPath } from '../contract/endpoint';
import { keyFieldsOf } from '../contract/keyFields';
import { textLiteral } from '../contract/literal';
import { recordPath } from '../contract/recordKey';
import { isRecord, type PlainRecord } from '../contract/scalar';
import { unwrapRecord } from '../contract/value';
import { recordsOf } from '../transport/pages';
import { chosenEndpoint, locatorValue, lookUp } from './editorConnection';

const pageLength = 50;

/** Fields that tell people which record it is, as the entities of Default name them. */
const descriptive = /^(?:Description|[A-Za-z]*Name|Subject|Summary|CustomerID|VendorID)$/;

/**
 * Records of the chosen entity, page by page, with their keys and a descriptive field. The search runs
 * in the ERP, on the last key field: the one that people know a document by.
 */
export async function searchRecords(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '',
): Promise<INodeListSearchResult> {
	const entity = locatorValue(this, 'entity');
	if (entity === '') {
		throw new NodeOperationError(this.getNode(), 'Choose an entity first');
	}
	const { names, certainty } = keyFieldsOf(entity);
	const searched = names.at(-1);
	const skip = Number.parseInt(paginationToken, 10) || 0;
	const records = await lookUp(this, async (lane) => {
		const endpoint = await lane.discovery(0).endpoint(chosenEndpoint(this));
		const { body } = await lane.api(0)(
			{
				method: 'GET',
				path: `${endpointPath(endpoint)}/${recordPath(entity)}`,
				query: {
					$top: String(pageLength),
					...(skip > 0 && { $skip: String(skip) }),
					...(filter !== '' &&
						searched !== undefined && {
							$filter: `substringof(${textLiteral(filter)},${searched})`,
						}),
				},
				expect: 'json',
				replay: 'safe',
			},
			{ doing: 'list', entity, endpoint },
		);
		return recordsOf(body) ?? [];
	});
	return {
		results: records.map((record) => choice(unwrapRecord(record), names, certainty === 'certain')),
		...(records.length === pageLength && { paginationToken: String(skip + pageLength) }),
	};
}

/** The value is the keys, or the ID where a key contains the separator or nobody is sure of the keys. */
function choice(
	record: PlainRecord,
	keyFields: readonly string[],
	isCertain: boolean,
): { name: string; value: string } {
	const keys = keyFields.map((field) => String(record[field] ?? ''));
	const id = String(record.id ?? '');
	const byKeys = isCertain && keys.every((key) => key !== '' && !/[/|]/.test(key));
	const shown = keys.join('/') || id;
	const about = Object.entries(record)
		.filter(
			([field, value]) => descriptive.test(field) && !keyFields.includes(field) && !isRecord(value),
		)
		.map(([, value]) => value)
		.find((value) => typeof value === 'string' && value !== '');
	return {
		name: about === undefined ? shown : `${shown} · ${String(about)}`,
		value: byKeys ? keys.join('/') : id,
	};
}
