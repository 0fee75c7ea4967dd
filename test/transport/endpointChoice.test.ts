import type { INode } from 'n8n-workflow';

import { requireNewest, requireUnderstood } from '../../nodes/Acumatica/transport/endpointChoice';

const node: INode = {
	id: '1',
	name: 'Acumatica',
	type: 'acumatica',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const endpoints = ['24.200.001', '25.200.001', '26.200.001'].map((version) => ({
	name: 'Default',
	version,
}));

describe('requireNewest', () => {
	test('takes the newest version that this package understands', () => {
		expect(requireNewest(endpoints, 'Default', node)).toEqual({
			name: 'Default',
			version: '25.200.001',
		});
	});

	test('names what there is when there is none', () => {
		expect(() => requireNewest(endpoints, 'Shop', node)).toThrow('publishes no endpoint "Shop"');
	});
});

describe('requireUnderstood', () => {
	test('asks nobody for a version that is understood', async () => {
		const readAll = jest.fn();
		const endpoint = { name: 'Default', version: '24.200.001' };
		expect(await requireUnderstood(endpoint, readAll, node)).toBe(endpoint);
		expect(readAll).not.toHaveBeenCalled();
	});

	test.each([
		['26.200.001', 'speaks contract version 5'],
		['99.200.001', 'is not published by this ERP'],
	])('refuses %s: it %s', async (version, reason) => {
		const refused = requireUnderstood({ name: 'Default', version }, async () => endpoints, node);
		await expect(refused).rejects.toMatchObject({
			message: expect.stringContaining(reason),
			description: expect.stringContaining('It publishes Default/24.200.001, Default/25.200.001.'),
		});
	});
});
