import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { recordPartsOf, type RecordParts } from '../contract/recordParts';
import { lookUpEntity } from './entityModel';

/** What the options Select, Expand and Custom Fields offer of the chosen entity. */
export const loadRecordParts = {
	async loadSelectable(this: ILoadOptionsFunctions) {
		return await choices(this, ({ select }) => select);
	},
	async loadExpandable(this: ILoadOptionsFunctions) {
		return await choices(this, ({ expand }) => expand);
	},
	async loadCustomFields(this: ILoadOptionsFunctions) {
		return await choices(this, ({ custom }) => custom);
	},
};

async function choices(
	caller: ILoadOptionsFunctions,
	part: (parts: RecordParts) => readonly string[],
): Promise<INodePropertyOptions[]> {
	const paths = await lookUpEntity(caller, ({ place, entity }) =>
		part(recordPartsOf(place, entity)),
	);
	return paths.map((path) => ({ name: path, value: path }));
}
