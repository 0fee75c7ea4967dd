import type { INodeProperties } from 'n8n-workflow';
import { Acumatica } from '../nodes/Acumatica/Acumatica.node';

const { description, methods } = new Acumatica();

const shown = (name: string) => description.properties.filter((property) => property.name === name);
const values = (property: INodeProperties | undefined) =>
	(property?.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));

describe('the node Acumatica', () => {
	test('keeps the names that workflows are saved with', () => {
		expect(description).toMatchObject({
			name: 'acumatica',
			displayName: 'Acumatica',
			version: [1, 1.1],
			defaultVersion: 1.1,
		});
		expect(values(shown('authentication')[0])).toEqual(['oAuth2', 'passwordOAuth2', 'session']);
		expect(shown('authentication')[0]?.default).toBe('oAuth2');
		expect(values(shown('resource')[0])).toEqual(['record', 'action', 'file']);
		expect(values(shown('operation')[0]).sort()).toEqual([
			'create',
			'delete',
			'get',
			'getAll',
			'update',
			'upsert',
		]);
	});

	test('takes one credential for each way to authenticate, and tests those it signs in with', () => {
		expect(description.credentials).toEqual([
			expect.objectContaining({
				name: 'acumaticaOAuth2Api',
				displayOptions: { show: { authentication: ['oAuth2'] } },
			}),
			expect.objectContaining({
				name: 'acumaticaPasswordOAuth2Api',
				testedBy: 'acumaticaPasswordOAuth2ApiTest',
				displayOptions: { show: { authentication: ['passwordOAuth2'] } },
			}),
			expect.objectContaining({
				name: 'acumaticaApi',
				testedBy: 'acumaticaApiTest',
				displayOptions: { show: { authentication: ['session'] } },
			}),
		]);
	});

	test('AI agents may use it', () => expect(description.usableAsTool).toBe(true));

	test('every list that a parameter searches exists', () => {
		const searched = description.properties
			.flatMap(({ modes = [] }) => modes)
			.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []);
		expect(searched.length).toBeGreaterThan(0);
		for (const name of searched) expect(Object.keys(methods.listSearch)).toContain(name);
	});

	test('every parameter that people see has a description or explains itself by its name', () => {
		const bare = description.properties.filter(
			({ name, type, description: text }) =>
				text === undefined &&
				!['authentication', 'resource', 'operation'].includes(name) &&
				!['collection', 'hidden', 'notice'].includes(type),
		);
		expect(bare.map(({ name }) => name)).toEqual([]);
	});
});
