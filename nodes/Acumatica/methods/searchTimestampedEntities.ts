import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { shapeAt } from '../contract/schema';
import { timestampFieldsOf } from '../contract/timestamps';
import { chosenEndpoint, lookUp } from './editorConnection';

/**
 * The entities that the trigger can watch: those with a time of the last change, and for the events
 * Created and Updated those that keep the time of their creation as well. Inquiries have no records that
 * could change, also where one publishes such a time (InventoryQuantityAvailable).
 */
export async function searchTimestampedEntities(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const event = this.getCurrentNodeParameter('event');
	const schema = await lookUp(this, async (lane) => {
		const discovery = lane.discovery(0);
		return await discovery.schema(await discovery.endpoint(chosenEndpoint(this)));
	});
	const isWatchable = (entity: string) => {
		if (schema.entities.get(entity)?.inquiry?.certainty === 'certain') return false;
		const shape = shapeAt(schema, entity);
		const fields = shape === undefined ? undefined : timestampFieldsOf(shape);
		if (fields?.modified[0] === undefined) return false;
		return event === 'created' || event === 'updated' ? fields.created.length > 0 : true;
	};
	const results = [...schema.entities.keys()]
		.filter((entity) => entity.toLowerCase().includes(filter.toLowerCase()))
		.filter(isWatchable)
		.map((entity) => ({ name: entity, value: entity }));
	return { results };
}
