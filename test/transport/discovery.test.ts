import type { INode } from 'n8n-workflow';

import { readAccount } from '../../nodes/Acumatica/transport/account';
import { discovery } from '../../nodes/Acumatica/transport/discovery';
import type { Api } from '../../nodes/Acumatica/transport/rejection';
import { simulatedClock } from '../support/simulatedClock.ts';

const node: INode = {
	id: '1',
	name: 'Acumatica',
	type: 'acumatica',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const listing = {
	version: {},
	endpoints: ['20.200.001', '24.200.001', '9.100', '26.200.001'].map((version) => ({
		name: 'Default',
		version,
	})),
};
let instances = 0;

/** What an instance answers by path; each test has an instance of its own, since answers are remembered. */
function instance(answers: Record<string, unknown>, credential: object = {}) {
	const asked: string[] = [];
	const api: Api = async ({ path }) => {
		asked.push(path);
		if (!(path in answers)) throw new Error(`no ${path}`);
		return { status: 200, headers: {}, body: answers[path] };
	};
	const account = readAccount('session', {
		instanceUrl: `https://erp${++instances}.example.com`,
		username: 'me',
		password: 'secret',
		...credential,
	});
	const clock = simulatedClock();
	return { asked, clock, discover: discovery(api, api, account, node, clock) };
}

describe('the endpoint to use', () => {
	test('is the pinned version, without asking', async () => {
		const { discover, asked } = instance({}, { endpointVersion: '24.200.001' });
		expect(await discover.endpoint()).toEqual({ name: 'Default', version: '24.200.001' });
		expect(asked).toEqual([]);
	});

	test('is the one chosen in the node, whatever the credential says', async () => {
		const { discover } = instance({}, { endpointVersion: '24.200.001' });
		const chosen = { name: 'Shop.Sync', version: '6' };
		expect(await discover.endpoint(chosen)).toEqual(chosen);
	});

	test('is else the newest that this package understands, asked for once', async () => {
		const { discover, asked } = instance({ entity: listing });
		expect(await discover.endpoint()).toEqual({ name: 'Default', version: '24.200.001' });
		await discover.endpoint();
		expect(asked).toEqual(['entity']);
	});

	test('names what is published when the credential names an endpoint that is not', async () => {
		const { discover } = instance({ entity: listing }, { endpointName: 'Defualt' });
		await expect(discover.endpoint()).rejects.toMatchObject({
			message: 'This Acumatica publishes no endpoint "Defualt" that this node understands',
			description: expect.stringContaining('Default/20.200.001, Default/24.200.001, Default/9.100'),
		});
	});

	test('takes the bare list of older builds', async () => {
		const { discover } = instance({ entity: listing.endpoints });
		expect(await discover.endpoints()).toHaveLength(4);
	});

	test('says so where the server is no Acumatica', async () => {
		const { discover } = instance({ entity: { hello: 'world' } });
		await expect(discover.endpoints()).rejects.toThrow('does not list endpoints');
	});
});

describe('what an endpoint has', () => {
	const endpoint = { name: 'Default', version: '24.200.001' };
	const base = 'entity/Default/24.200.001';

	test('entities are read from its description, once', async () => {
		const document = {
			paths: {
				'/Customer': {},
				'/Customer/{ids}': {},
				'/Account': {},
				'/Customer/$adHocSchema': {},
			},
		};
		const { discover, asked } = instance({ [`${base}/swagger.json`]: document });
		expect([...(await discover.schema(endpoint)).entities.keys()]).toEqual(['Account', 'Customer']);
		await discover.schema(endpoint);
		expect(asked).toEqual([`${base}/swagger.json`]);
	});

	test('an execution takes its description up to a day old, and does without one that is not to be had', async () => {
		const document = { paths: { '/Customer': {} } };
		const { discover, asked } = instance({ [`${base}/swagger.json`]: document });
		expect((await discover.lastingSchema(endpoint))?.entities.size).toBe(1);
		await discover.lastingSchema(endpoint);
		expect(asked).toHaveLength(1);
		const broken = instance({ [`${base}/swagger.json`]: [] });
		expect(await broken.discover.lastingSchema(endpoint)).toBeUndefined();
		expect(await broken.discover.lastingSchema(endpoint)).toBeUndefined();
		expect(broken.asked).toHaveLength(1);
	});

	test('says how to go on when the description cannot be read', async () => {
		const { discover } = instance({ [`${base}/swagger.json`]: [] });
		await expect(discover.schema(endpoint)).rejects.toMatchObject({
			description: 'Type names instead of picking them.',
		});
	});

	test('custom fields come with their views and types', async () => {
		const schema = {
			custom: { Document: { UsrColor: { type: 'CustomStringField', value: null } } },
		};
		const { discover } = instance({ [`${base}/SalesOrder/$adHocSchema`]: schema });
		const types = await discover.customFields(endpoint, 'SalesOrder');
		expect(types?.viewsOf('UsrColor')).toEqual(['Document']);
	});

	test('a suggestion that cannot be made is left out, not an error', async () => {
		const { discover } = instance({});
		expect(await discover.suggestion({ doing: 'read', endpoint, entity: 'x' })).toBe('');
	});
});

describe('lengths of texts', () => {
	const path = 't/MyCompany/api/odata/dac/$metadata';
	const described = (facets: string) =>
		`<EntityType Name="SOOrder"><Property Name="OrderDesc"${facets}/></EntityType>`;

	test.each([
		['are kept for a day', ' MaxLength="256"', 1, 86_400_000],
		['that there are none is kept for ten minutes', '', 0, 600_000],
	])('%s', async (_, facets, size, lifetime) => {
		const { discover, asked, clock } = instance(
			{ [path]: described(facets) },
			{ tenant: 'MyCompany' },
		);
		expect((await discover.textLengths())?.size).toBe(size);
		await clock.run(clock.sleep(lifetime - 1));
		expect((await discover.textLengths())?.size).toBe(size);
		expect(asked).toEqual([path]);
		await clock.run(clock.sleep(1));
		expect((await discover.textLengths())?.size).toBe(size);
		expect(asked).toEqual([path, path]);
	});
});

describe('an endpoint that is newer than this package understands', () => {
	test('is refused, whoever chose it', async () => {
		const { discover } = instance({ entity: listing }, { endpointVersion: '26.200.001' });
		const refusal = {
			message:
				'Default/26.200.001 speaks contract version 5, which this node does not understand yet',
			description: expect.stringContaining('It publishes Default/20.200.001, Default/24.200.001'),
		};
		await expect(discover.endpoint()).rejects.toMatchObject(refusal);
		const chosen = { name: 'Default', version: '26.200.001' };
		await expect(discover.endpoint(chosen)).rejects.toMatchObject(refusal);
	});

	test('is said not to exist where it does not', async () => {
		const { discover } = instance({ entity: listing }, { endpointVersion: '99.200.001' });
		await expect(discover.endpoint()).rejects.toThrow(
			'Default/99.200.001 is not published by this ERP',
		);
	});
});
