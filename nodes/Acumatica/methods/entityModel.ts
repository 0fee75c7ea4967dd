import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { endpointLabel, type Endpoint } from '../contract/endpoint';
import { placeOf, type Place } from '../contract/member';
import { nearestNames } from '../contract/nearest';
import type { Discovery } from '../transport/discovery';
import { chosenEndpoint, locatorValue, lookUp } from './editorConnection';

/** The chosen entity, as the instance describes it, for the editor's lists. */
export interface EntityModel {
	readonly endpoint: Endpoint;
	readonly entity: string;
	/** Custom fields included, where the user may read them. */
	readonly place: Place;
	readonly discovery: Discovery;
}

/** @throws NodeOperationError when none is chosen yet */
export function requireChosen(caller: ILoadOptionsFunctions, name: 'entity' | 'action'): string {
	const chosen = locatorValue(caller, name);
	if (chosen !== '') return chosen;
	throw new NodeOperationError(
		caller.getNode(),
		name === 'entity' ? 'Choose an entity first' : 'Choose an action first',
	);
}

/**
 * Looks up the chosen entity; from memory, if anybody has asked for its endpoint in the last ten minutes.
 *
 * @throws NodeOperationError when none is chosen, or the endpoint does not have it
 */
export async function lookUpEntity<T>(
	caller: ILoadOptionsFunctions,
	use: (model: EntityModel) => Promise<T> | T,
): Promise<T> {
	const entity = requireChosen(caller, 'entity');
	return await lookUp(caller, async (lane) => {
		const discovery = lane.discovery(0);
		const endpoint = await discovery.endpoint(chosenEndpoint(caller));
		const schema = await discovery.schema(endpoint);
		if (!schema.entities.has(entity)) {
			const nearest = nearestNames(entity, [...schema.entities.keys()]);
			throw new NodeOperationError(
				caller.getNode(),
				`${endpointLabel(endpoint)} has no entity "${entity}"`,
				{
					description: `${nearest.length === 0 ? '' : `Did you mean ${nearest.join(' or ')}? `}Names are case-sensitive.`,
				},
			);
		}
		const custom = await discovery.customFields(endpoint, entity).catch(() => undefined);
		const place = placeOf(schema, entity, custom);
		if (place !== undefined) return await use({ endpoint, entity, place, discovery });
		throw new NodeOperationError(
			caller.getNode(),
			`The description of ${endpointLabel(endpoint)} does not say what ${entity} consists of`,
			{ description: 'Type the names of fields instead of picking them.' },
		);
	});
}
