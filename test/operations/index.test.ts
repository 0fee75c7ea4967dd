import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { resources } from '../../nodes/Acumatica/operations';

const folder = join(__dirname, '..', 'engine', 'workflows');
const workflows = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

interface WorkflowNode {
	readonly parameters?: { readonly resource?: string; readonly operation?: string };
}

test('every operation of every resource runs in a workflow of test/engine', () => {
	const nodes = workflows.flatMap((text) => (JSON.parse(text) as { nodes: WorkflowNode[] }).nodes);
	const used = nodes.map(({ parameters }) => `${parameters?.resource} ${parameters?.operation}`);
	const all = Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.keys(operations).map((operation) => `${resource} ${operation}`),
	);
	expect(all.filter((operation) => !used.includes(operation))).toEqual([]);
});
