import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';

import type { Clock } from '../transport/clock';
import type { Discovery } from '../transport/discovery';
import type { Api } from '../transport/rejection';
import type { BinaryAccess } from './binary';
import type { ParameterReader } from '../parameters/parameterReader';

/** What an operation works with, for one item. */
export interface OperationCall extends BinaryAccess {
	readonly api: Api;
	/** As `api`, with answers to identical reads kept for so many seconds of this execution. */
	readonly remembering: (seconds: number) => Api;
	readonly discovery: Discovery;
	readonly parameters: ParameterReader;
	readonly node: INode;
	readonly itemIndex: number;
	/** The incoming item. */
	readonly input: IDataObject;
	/** The workflow's time zone, for times that are entered without one: `Europe/Berlin`. */
	readonly zone: string;
	readonly clock: Clock;
	/** Raised when the execution is cancelled. */
	readonly signal?: AbortSignal;
}

/** One operation: what the user sees of it, and what it does for one item. */
export interface Operation {
	/** Its entry in the list of operations. */
	readonly option: INodePropertyOptions;
	/** Its parameters; `describe.ts` adds when they are shown. */
	readonly properties: readonly INodeProperties[];
	execute(call: OperationCall): Promise<INodeExecutionData[]>;
}

export interface Resource {
	readonly option: INodePropertyOptions;
	readonly operations: Readonly<Record<string, Operation>>;
}

export type Resources = Readonly<Record<string, Resource>>;
