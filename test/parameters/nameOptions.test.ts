import { NodeHelpers, type INodeProperties } from 'n8n-workflow';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { AcumaticaTrigger } from '../../nodes/Acumatica/AcumaticaTrigger.node';
import { nameOptions } from '../../nodes/Acumatica/parameters/nameOptions';
import { node } from '../support/operationCall.ts';

const nodes = [new Acumatica(), new AcumaticaTrigger()];

describe.each(nodes)('the names that $description.displayName takes', ({ description }) => {
	const shown = (options: readonly INodeProperties[], typeVersion: number) =>
		options.filter((option) =>
			NodeHelpers.displayParameter({}, option, { typeVersion }, description),
		);

	test.each(Object.entries(nameOptions))('%s: a list, in nodes of version 1 text', (name, both) => {
		expect(shown(both, 1.1)).toMatchObject([{ name, type: 'multiOptions' }]);
		expect(shown(both, 1)).toMatchObject([{ name, type: 'string' }]);
	});

	test.each([
		[1, { select: 'OrderNbr, Status' }],
		[1.1, { select: ['OrderNbr', 'Status'] }],
	])('are what a workflow of version %d was saved with', (typeVersion, options) => {
		const saved = { resource: 'record', operation: 'get', options };
		const read = NodeHelpers.getNodeParameters(
			description.properties,
			saved,
			false,
			false,
			{ ...node, typeVersion },
			description,
		);
		expect(read?.options).toEqual(options);
	});
});
