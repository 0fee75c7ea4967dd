import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { methods } from './methods';
import { resources } from './operations';
import { describe } from './operations/describe';
import { authenticationProperty } from './parameters/authentication';
import { endpointProperty } from './parameters/properties';
import { runItems } from './operations/run';

export class Acumatica implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Acumatica',
		name: 'acumatica',
		icon: { light: 'file:acumatica.svg', dark: 'file:acumatica.dark.svg' },
		group: ['input'],
		// 1.1: the input mode of new nodes is Fields, and the options that take names are lists.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle:
			'={{ $parameter["operation"] + ": " + ($parameter["entity"] || $parameter["resource"]) }}',
		description:
			'Read and write records of Acumatica ERP (orders, invoices, customers, items and any other entity), run actions on them, attach and download files',
		defaults: { name: 'Acumatica' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{
				name: 'acumaticaOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'acumaticaPasswordOAuth2Api',
				required: true,
				testedBy: 'acumaticaPasswordOAuth2ApiTest',
				displayOptions: { show: { authentication: ['passwordOAuth2'] } },
			},
			{
				name: 'acumaticaApi',
				required: true,
				testedBy: 'acumaticaApiTest',
				displayOptions: { show: { authentication: ['session'] } },
			},
		],
		properties: [authenticationProperty, ...describe(resources, [endpointProperty])],
	};

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await runItems(this, resources)];
	}
}
