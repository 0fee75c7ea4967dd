import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { compareVersions, endpointLabel, isUnderstood } from '../contract/endpoint';
import { lookUp } from './editorConnection';

/** The endpoints that the instance publishes, newest version first. */
export async function searchEndpoints(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const endpoints = await lookUp(this, async (lane) => await lane.discovery(0).endpoints());
	const results = endpoints
		.filter(isUnderstood)
		.sort((a, b) => a.name.localeCompare(b.name, 'en') || compareVersions(b.version, a.version))
		.map(endpointLabel)
		.filter((label) => label.toLowerCase().includes(filter.toLowerCase()))
		.map((label) => ({ name: label, value: label }));
	return { results };
}
