import {
	compareVersions,
	endpointLabel,
	endpointPath,
	isUnderstood,
	newestVersion,
	parseEndpointLabel,
	parseEndpoints,
} from '../../nodes/Acumatica/contract/endpoint';

const endpoint = (label: string) => {
	const [name = '', version = ''] = label.split('/');
	return { name, version };
};
const published = [
	'Default/22.200.001',
	'Default/25.200.001',
	'Default/6.00.001',
	'Default/26.200.001',
	'MANUFACTURING/24.200.001',
	'Shop.Sync/6',
	'Shop.Sync/10',
].map(endpoint);

describe('the endpoints that an instance lists', () => {
	const rows = [{ name: 'Default', version: '24.200.001', href: '/x/entity/Default/24.200.001/' }];
	const version = { acumaticaBuildVersion: '25.093.0036' };

	it.each([
		['with the version of the instance', { version, endpoints: rows }],
		['as a bare list of older builds', rows],
	])('are read %s', (_how, body) => {
		expect(parseEndpoints(body)).toEqual([endpoint('Default/24.200.001')]);
	});

	it('may have a number for a version', () => {
		expect(parseEndpoints([{ name: 'Shop.Sync', version: 6 }])).toEqual([endpoint('Shop.Sync/6')]);
	});

	it.each([
		['a web page', '<html></html>'],
		['nothing', undefined],
		['an error', { message: 'An error has occurred.' }],
		['rows without a name', [{ version: '1' }]],
		['rows without a version', [{ name: 'Default' }]],
		['rows with an empty version', [{ name: 'Default', version: null }]],
	])('are not found in %s', (_what, body) => {
		expect(parseEndpoints(body)).toBeUndefined();
	});
});

describe('the endpoint to use', () => {
	it.each([
		['Default', 'Default/25.200.001'],
		['Shop.Sync', 'Shop.Sync/10'],
		['MANUFACTURING', 'MANUFACTURING/24.200.001'],
	])('for %s is the newest version that this package understands', (name, label) => {
		expect(newestVersion(published, name)).toEqual(endpoint(label));
	});

	it.each(['Nothing', 'default', ''])('for %p does not exist', (name) => {
		expect(newestVersion(published, name)).toBeUndefined();
	});

	it.each([
		['Default/25.200.001', true],
		['Default/26.100.001', true],
		['Default/26.200.001', false],
		['default/27.200.001', false],
		['Default/100.200.001', false],
		['Shop.Sync/26.200.001', true],
	])('%s is understood: %p', (label, is) => {
		expect(isUnderstood(endpoint(label))).toBe(is);
	});
});

test('versions are ordered by their numbers, then as text', () => {
	const versions = [
		'24.200.001',
		'0001',
		'1.4.0',
		'1.10',
		'6',
		'1.4',
		'6.00.001',
		'beta',
		'23.200.001',
	];
	expect([...versions].sort(compareVersions)).toEqual([
		'0001',
		'1.4',
		'1.4.0',
		'1.10',
		'6',
		'6.00.001',
		'23.200.001',
		'24.200.001',
		'beta',
	]);
});

describe('Name/Version', () => {
	it.each([
		['Default/24.200.001', 'Default/24.200.001'],
		[' Shop.Sync / 6 / ', 'Shop.Sync/6'],
	])('%p is read', (text, label) => {
		expect(parseEndpointLabel(text)).toEqual(endpoint(label));
	});

	it.each(['', 'Default', 'Default/', '/24.200.001', 'entity/Default/24.200.001', 'A B/1'])(
		'%p is none',
		(text) => {
			expect(parseEndpointLabel(text)).toBeUndefined();
		},
	);

	it('is written as it is read', () => {
		for (const one of published) expect(parseEndpointLabel(endpointLabel(one))).toEqual(one);
	});
});

test('the path of an endpoint is below entity', () => {
	expect(endpointPath(endpoint('Shop.Sync/6'))).toBe('entity/Shop.Sync/6');
	expect(endpointPath({ name: 'A B', version: '1?x' })).toBe('entity/A%20B/1%3Fx');
});
