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
			...[...declared].map(([name, parameters]) =>
				actionItem(name, parametersIn([...parameters.keys()])),
			),
			...others.map((name) => {
				const dialog = (adHoc?.workflowActions.get(name) ?? []).map((field) => field.name);
				return actionItem(name, `Of the form's workflow. ${parametersIn(dialog)}`);
			}),
		];
		const wanted = filter.toLowerCase();
		return { results: results.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	});
}

function actionItem(name: string, description: string) {
	return { name, value: name, description };
}

function parametersIn(names: readonly string[]): string {
	return names.length === 0 ? 'No parameters' : `Parameters: ${names.join(', ')}`;
}
