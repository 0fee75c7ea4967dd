import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { PublishedEntity } from '../contract/schema';
import { chosenEndpoint, lookUp } from './editorConnection';

/** The entities of the chosen endpoint, as its description lists them; inquiries are marked. */
export async function searchEntities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { entities } = await lookUp(this, async (lane) => {
		const discovery = lane.discovery(0);
		return await discovery.schema(await discovery.endpoint(chosenEndpoint(this)));
	});
	const results = [...entities]
		.filter(([entity]) => entity.toLowerCase().includes(filter.toLowerCase()))
		.map(([entity, published]) => entityItem(entity, published));
	return { results };
}

/** The editor shows the name only, so that it tells what cannot be listed. */
function entityItem(entity: string, { inquiry }: PublishedEntity) {
	if (inquiry === undefined) return { name: entity, value: entity };
	return {
		name: `${entity} · ${inquiry.certainty === 'certain' ? 'inquiry' : 'probably an inquiry'}`,
		value: entity,
		description:
			'Has no records: Get and Get Many cannot read it. Create or Update with its parameters, and its rows in Expand, does.',
	};
}
