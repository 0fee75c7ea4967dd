import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { lookUpEntity } from './entityModel';

/** The actions of the chosen entity: those of the contract, and those of the form's workflow alone. */
export async function searchActions(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	return await lookUpEntity(this, async ({ discovery, endpoint, entity, place }) => {
		const declared = place.schema.entities.get(entity)?.actions ?? new Map();
		const adHoc = await discovery.adHocSchema(endpoint, entity).catch(() => undefined);
		const others = [...(adHoc?.workflowActions.keys() ?? [])].filter((name) => !declared.has(name));
		const results = [
			...[...declared].map(([name, parameters]) => actionItem(name, [...parameters.keys()])),
			...others.map((name) => {
				const dialog = (adHoc?.workflowActions.get(name) ?? []).map((field) => field.name);
				return actionItem(name, dialog, "Of the form's workflow. ");
			}),
		];
		const wanted = filter.toLowerCase();
		return { results: results.filter(({ value }) => value.toLowerCase().includes(wanted)) };
	});
}

/** The editor shows the name only, so that it tells the parameters as well. */
function actionItem(action: string, parameters: readonly string[], origin = '') {
	const list = parameters.join(', ');
	return {
		name: list === '' ? action : `${action} · ${list}`,
		value: action,
		description: `${origin}${list === '' ? 'No parameters' : `Parameters: ${list}`}`,
	};
}
