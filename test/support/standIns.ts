import type {
	GenericValue,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { n8n } from './platform.ts';

/**
 * Stand-ins for the three of n8n's own nodes that test workflows need to feed ours and to look at
 * what comes out. Each does what a workflow file may ask of it here, not all that n8n's can do; the
 * real ones run in test/e2e.
 */
function description(
	name: string,
	trigger: boolean,
	properties: INodeProperties[] = [],
): INodeTypeDescription {
	return {
		name,
		displayName: name,
		group: trigger ? ['trigger'] : ['transform'],
		version: [1, 3, 3.4],
		description: `Stand-in for n8n's ${name}`,
		defaults: {},
		inputs: trigger ? [] : ['main'],
		outputs: ['main'],
		properties,
	};
}

const passOn = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return [this.getInputData()];
};

function setProperty(name: string, type: INodeProperties['type'], defaultValue: string | boolean) {
	return { displayName: name, name, type, default: defaultValue } satisfies INodeProperties;
}

const setProperties: INodeProperties[] = [
	setProperty('mode', 'string', 'manual'),
	setProperty('jsonOutput', 'json', '{}'),
	setProperty('includeOtherFields', 'boolean', false),
	{ displayName: 'assignments', name: 'assignments', type: 'assignmentCollection', default: {} },
];

interface Assignment {
	readonly name: string;
	readonly value: GenericValue;
}

/** Edit Fields: `mode: raw` with `jsonOutput`, or `assignments`; other fields kept if asked for. */
async function setFields(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const out = this.getInputData().map((item, index): INodeExecutionData => {
		const kept = this.getNodeParameter('includeOtherFields', index, false) ? item.json : {};
		return { json: { ...kept, ...fieldsToSet(this, index) }, pairedItem: { item: index } };
	});
	return [out];
}

function fieldsToSet(caller: IExecuteFunctions, index: number): IDataObject {
	if (caller.getNodeParameter('mode', index, 'manual') === 'raw') {
		const output = caller.getNodeParameter('jsonOutput', index);
		return typeof output === 'string' ? n8n.jsonParse<IDataObject>(output) : { ...Object(output) };
	}
	const assignments = caller.getNodeParameter(
		'assignments.assignments',
		index,
		[],
	) as readonly Assignment[];
	return Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
}

export const startType = 'n8n-nodes-base.manualTrigger';

export const standIns: ReadonlyArray<readonly [string, INodeType]> = [
	[startType, { description: description('manualTrigger', true), execute: passOn }],
	['n8n-nodes-base.noOp', { description: description('noOp', false), execute: passOn }],
	[
		'n8n-nodes-base.set',
		{ description: description('set', false, setProperties), execute: setFields },
	],
];
