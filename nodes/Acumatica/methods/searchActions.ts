import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { chosenEndpoint, locatorValue, lookUp } from './editorConnection';

/** The actions of the chosen entity, as the endpoint's description lists them. */
export async function searchActions(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const entity = locatorValue(this, 'entity');
	if (entity === '') throw new NodeOperationError(this.getNode(), 'Choose an entity first');
	const actions = await lookUp(this, async (lane) => {
		const discovery = lane.discovery(0);
		return await discovery.actions(await discovery.endpoint(chosenEndpoint(this)), entity);
	});
	const results = actions
		.filter((action) => action.toLowerCase().includes(filter.toLowerCase()))
		.map((action) => ({ name: action, value: action }));
	return { results };
}
