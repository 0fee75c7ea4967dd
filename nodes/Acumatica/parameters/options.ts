import type { INodeProperties } from 'n8n-workflow';

import { nameOptions } from './nameOptions';

const option: Readonly<Record<string, INodeProperties>> = {
	branch: {
		displayName: 'Branch',
		name: 'branch',
		type: 'string',
		default: '',
		placeholder: 'e.g. PRODWHOLE',
		description: 'Branch to work in, for this request only. By default the branch of the sign-in.',
	},
	businessDate: {
		displayName: 'Business Date',
		name: 'businessDate',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31',
		description: 'Business date to work with, for this request only. By default the current date.',
	},
	actionUrlForm: {
		displayName: 'Action URL Form',
		name: 'actionUrlForm',
		type: 'options',
		options: [
			{ name: 'Entity (Documented)', value: 'entity' },
			{ name: 'Record (Older Guides)', value: 'record' },
		],
		default: 'entity',
		description:
			'Address that the action is sent to: {Entity}/{Action}, as Acumatica documents it, or {Entity}/{ID}/action/{Action}',
	},
	maxWaitSeconds: {
		displayName: 'Max Wait (Seconds)',
		name: 'maxWaitSeconds',
		type: 'number',
		default: 600,
		typeOptions: { minValue: 0 },
		description:
			'How long to wait for the end of the action. When the time is up the item fails, while the action goes on in Acumatica.',
	},
	returnRecord: {
		displayName: 'Return Record',
		name: 'returnRecord',
		type: 'boolean',
		default: false,
		description: 'Whether to read the record again when the action is done, and return it',
	},
	waitForCompletion: {
		displayName: 'Wait for Completion',
		name: 'waitForCompletion',
		type: 'boolean',
		default: true,
		description:
			'Whether to wait until a long action has ended. Otherwise its status handle is returned, for the operation Get Status.',
	},
	cacheSeconds: {
		displayName: 'Cache (Seconds)',
		name: 'cacheSeconds',
		type: 'number',
		default: 0,
		typeOptions: { minValue: 0 },
		description:
			'How long an answer may serve other items that ask the same within this execution. With 0 each item asks for itself.',
	},
	onlyIfUnchangedSince: {
		displayName: 'Only If Unchanged Since',
		name: 'onlyIfUnchangedSince',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-01-31T10:30:00.12+00:00',
		description:
			'Modification time that the record had when you read it. If it was changed later, the item fails instead of overwriting that change.',
	},
	maxTotalWaitSeconds: {
		displayName: 'Max Total Wait (Seconds)',
		name: 'maxTotalWaitSeconds',
		type: 'number',
		default: 600,
		typeOptions: { minValue: 0 },
		description:
			'How long the node may wait in all for a busy Acumatica (license limit, free session) before it gives up. The value for the first item counts for all.',
	},
	pageSize: {
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		default: 1000,
		typeOptions: { minValue: 1 },
		description:
			'How many records to read in one request. Each request counts against the license.',
	},
	parallelRequests: {
		displayName: 'Parallel Requests',
		name: 'parallelRequests',
		type: 'number',
		default: 1,
		typeOptions: { minValue: 1 },
		description:
			'How many items to work on at the same time, at most the Concurrent Requests of the credential. With cookie login each takes a session of the license. The value for the first item counts for all.',
	},
	timeout: {
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		default: 660000,
		typeOptions: { minValue: 1 },
		description:
			'Milliseconds to wait for one answer. Acumatica may keep a request in its queue for ten minutes. The value for the first item counts for all.',
	},
	detailFiles: {
		displayName: 'Files of Details',
		name: 'detailFiles',
		type: 'string',
		default: '',
		placeholder: 'e.g. Details',
		description:
			'Details whose rows may have files of their own to include, separated by commas. By default only the files of the record itself.',
	},
	checkFieldLengths: {
		displayName: 'Check Field Lengths',
		name: 'checkFieldLengths',
		type: 'boolean',
		default: false,
		description:
			'Whether to refuse texts that are longer than their fields before anything is sent. Needs an Acumatica that publishes lengths (DAC-based OData); they are read once a day. The main entities only.',
	},
	duplicateCheckField: {
		displayName: 'Duplicate Check Field',
		name: 'duplicateCheckField',
		type: 'string',
		default: '',
		placeholder: 'e.g. CustomerOrder',
		description:
			'Field with a value of your own that no other record has, such as the order number of the web shop. When the answer to a create gets lost, the node looks for it before it sends the record again.',
	},
	checkBeforeFirstAttempt: {
		displayName: 'Check Before First Attempt',
		name: 'checkBeforeFirstAttempt',
		type: 'boolean',
		default: false,
		description:
			'Whether to look for the Duplicate Check Field before sending the record at all, and return the existing record if there is one',
	},
};

/**
 * The collection "Options" with the given entries, in alphabetical order as n8n wants them.
 *
 * @param entries names of options that several operations have, or a node's own ones
 */
export function optionsProperty(
	...entries: ReadonlyArray<string | INodeProperties>
): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: entries
			.flatMap((entry) =>
				typeof entry === 'string' ? (nameOptions[entry] ?? option[entry] ?? []) : entry,
			)
			.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
	};
}

/** Options of every operation that sends requests. */
export const commonOptions = ['maxTotalWaitSeconds', 'parallelRequests', 'timeout'];

/** Options of the operations that may create a record. */
export const creationOptions = [
	'branch',
	'businessDate',
	'checkBeforeFirstAttempt',
	'checkFieldLengths',
	'custom',
	'duplicateCheckField',
	'expand',
	'select',
	...commonOptions,
];
