import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type * as Document from '../../nodes/Acumatica/contract/document.ts';
import type * as Json from '../../nodes/Acumatica/contract/json.ts';
import { callMethod } from '../support/engine.ts';
import { compiledModule, installed } from './compiledPackage.ts';
import { givenConnection } from './connection.ts';

/** What the editor's side of the node does with an endpoint's description. */
export type SchemaOrder = 'document' | 'parse' | 'reduce' | 'memory' | 'panel' | 'twenty';

const { readSchema } = compiledModule<typeof Document>('nodes/Acumatica/contract/document');
const { parseJson } = compiledModule<typeof Json>('nodes/Acumatica/contract/json');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const connection = givenConnection();
const { url, username, password, tenant } = connection;
/** Indented, as instances export it. */
const text = JSON.stringify(
	await (await fetch(`${url}/entity/Default/25.200.001/swagger.json`)).json(),
	undefined,
	2,
);

async function panel(): Promise<number> {
	const start = performance.now();
	const { fields } = await callMethod({
		installed,
		group: 'resourceMapping',
		method: 'mapRecordFields',
		parameters: {
			authentication: 'session',
			resource: 'record',
			operation: 'create',
			inputMode: 'fields',
			entity: { __rl: true, mode: 'list', value: 'SalesOrder' },
		},
		credentials: { acumaticaApi: { instanceUrl: url, username, password, tenant } },
	});
	if (fields.length < 100) throw new Error('The panel has no fields');
	return performance.now() - start;
}

function timed(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** Bytes that one reduced description keeps, on average of ten. */
function memory(): number {
	const kept: unknown[] = [];
	const times = 10;
	readSchema(parseJson(text));
	collect();
	const before = process.memoryUsage().heapUsed;
	for (let time = 0; time < times; time += 1) kept.push(readSchema(parseJson(text)));
	collect();
	const bytes = (process.memoryUsage().heapUsed - before) / times;
	return kept.length === times ? bytes : Number.NaN;
}

async function answer(order: SchemaOrder): Promise<number> {
	switch (order) {
		case 'document':
			return Buffer.byteLength(text);
		case 'parse':
			return timed(() => JSON.parse(text));
		case 'reduce':
			return timed(() => readSchema(parseJson(text)));
		case 'memory':
			return memory();
		case 'panel':
			return await panel();
		case 'twenty': {
			const times = await Promise.all(Array.from({ length: 20 }, panel));
			return Math.max(...times);
		}
	}
}

process.on('message', (order: SchemaOrder) => {
	void answer(order).then((value) => process.send?.(value));
});
process.send?.('ready');
