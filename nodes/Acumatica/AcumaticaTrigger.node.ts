import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { methods } from './methods';
import { authenticationProperty } from './parameters/authentication';
import { filterProperties } from './parameters/filter';
import { endpointProperty, simplifyProperty } from './parameters/properties';
import {
	eventProperty,
	triggerNotice,
	triggerOptionsProperty,
	watchedEntityProperty,
} from './parameters/trigger';
import { poll } from './polling/poll';

export class AcumaticaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Acumatica Trigger',
		name: 'acumaticaTrigger',
		icon: { light: 'file:acumatica.svg', dark: 'file:acumatica.dark.svg' },
		group: ['trigger'],
		// 1.1: the options that take names are lists.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: '={{ $parameter["event"] + ": " + $parameter["entity"] }}',
		description: 'Starts the workflow when records of Acumatica ERP are created or changed',
		defaults: { name: 'Acumatica Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
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
		properties: [
			authenticationProperty,
			triggerNotice,
			eventProperty,
			endpointProperty,
			watchedEntityProperty,
			...filterProperties,
			simplifyProperty,
			triggerOptionsProperty,
		],
	};

	methods = methods;

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
