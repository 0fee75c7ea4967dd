import { readWorkflow } from './exampleWorkflow.ts';

describe.each(['web-shop-orders', 'order-to-cash'] as const)('the example %s', (example) => {
	const workflow = readWorkflow(example);
	const names = workflow.nodes.map(({ name }) => name);

	test('names no credential and no pinned data of anybody', () => {
		expect(workflow.nodes.filter((node) => 'credentials' in node)).toEqual([]);
		expect(workflow.pinData).toEqual({});
	});

	test('has connections between its own nodes only', () => {
		const targets = [...JSON.stringify(workflow.connections).matchAll(/"node":"([^"]+)"/g)];
		const connected = [
			...Object.keys(workflow.connections),
			...targets.map(([, name = '']) => name),
		];
		expect(targets.length).toBeGreaterThan(15);
		expect(connected.filter((name) => !names.includes(name))).toEqual([]);
	});

	test('asks in its expressions for nodes that it has', () => {
		const asked = [
			...JSON.stringify(workflow.nodes).matchAll(/\$\((?:'([^']+)'|\\"([^"\\]+)\\")\)/g),
		];
		const nodes = asked.map(([, single, double]) => single ?? double ?? '');
		expect(nodes.length).toBeGreaterThan(2);
		expect(nodes.filter((name) => !names.includes(name))).toEqual([]);
	});
});
