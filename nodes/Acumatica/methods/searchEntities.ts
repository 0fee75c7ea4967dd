import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { chosenEndpoint, lookUp } from './editorConnection';

/** The entities of the chosen endpoint, as its description lists them. */
export async function searchEntities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const entities = await lookUp(this, async (lane) => {
		const discovery = lane.discovery(0);
		return await discovery.entities(await discovery.endpoint(chosenEndpoint(this)));
	});
	const results = entities
		.filter((entity) => entity.toLowerCase().includes(filter.toLowerCase()))
		.map((entity) => ({ name: entity, value: entity }));
	return { results };
}
