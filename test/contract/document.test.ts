import { endpointContents } from '../../nodes/Acumatica/contract/document';
import { loadContract } from '../sandbox/contract/load.ts';
import { openApiDocument } from '../sandbox/contract/openApi.ts';

const contract = loadContract('Default', '24.200.001');
if (contract === undefined) throw new Error('No contract');
const contents = endpointContents(openApiDocument(contract, { serverUrl: 'http://127.0.0.1' }));

describe('endpointContents', () => {
	test('finds every entity, in alphabetical order', () => {
		const names = Object.keys(contract.entities).sort((a, b) => a.localeCompare(b, 'en'));
		expect([...(contents?.keys() ?? [])]).toEqual(names);
		expect(names).toHaveLength(119);
	});

	test('finds every action of every entity', () => {
		for (const [entity, { actions }] of Object.entries(contract.entities)) {
			const names = Object.keys(actions).sort((a, b) => a.localeCompare(b, 'en'));
			expect(contents?.get(entity)).toEqual(names);
		}
		expect([...(contents?.values() ?? [])].flat()).toHaveLength(163);
	});

	test('takes the older Swagger 2.0, which agrees on paths', () => {
		const paths = {
			'/Customer': {},
			'/Customer/{id}': {},
			'/Customer/$adHocSchema': {},
			'/Customer/CreateContact': {},
		};
		expect([...(endpointContents({ swagger: '2.0', paths }) ?? [])]).toEqual([
			['Customer', ['CreateContact']],
		]);
	});

	test('an action of nothing is left out', () => {
		expect([...(endpointContents({ paths: { '/Ghost/Act': {} } }) ?? [])]).toEqual([]);
	});

	test.each([null, 'text', [], {}, { paths: 7 }])('%j is no document', (body) => {
		expect(endpointContents(body)).toBeUndefined();
	});
});
