import { connectionProperties, instanceUrl } from '../../credentials/connection';
import { installed } from '../support/acumaticaPackage.ts';

const defaults = {
	endpointName: 'Default',
	endpointVersion: '',
	requestsPerMinute: 100,
	concurrentRequests: 3,
	ignoreSSLIssues: false,
};

describe('the connection block', () => {
	it('asks for the instance, and cannot do without', () => {
		expect(instanceUrl).toMatchObject({ name: 'instanceUrl', default: '', required: true });
	});

	it('has a default for everything else', () => {
		expect(
			Object.fromEntries(connectionProperties.map(({ name, default: value }) => [name, value])),
		).toEqual(defaults);
	});

	it('cannot be set to a license that allows nothing', () => {
		for (const name of ['requestsPerMinute', 'concurrentRequests']) {
			const property = connectionProperties.find((one) => one.name === name);
			expect(property).toMatchObject({ type: 'number', typeOptions: { minValue: 1 } });
		}
	});
});

describe.each(installed.credentialTypes)('$name', (type) => {
	const { properties } = type;

	it('starts with the address and ends with the rest of the connection block', () => {
		const names = properties.map((property) => property.name);
		expect(names[0]).toBe('instanceUrl');
		expect(names.slice(-5)).toEqual(Object.keys(defaults));
	});

	it('declares ignoreSSLIssues itself: n8n does not inherit it', () => {
		const own = properties.find((property) => property.name === 'ignoreSSLIssues');
		expect(own).toMatchObject({ type: 'boolean', default: false });
	});

	it('leaves signing in to the node', () => {
		expect(type).not.toHaveProperty('authenticate');
		expect(type).not.toHaveProperty('preAuthentication');
		expect(properties.filter(({ typeOptions }) => typeOptions?.expirable)).toEqual([]);
	});

	it('hides every secret behind dots', () => {
		const secrets = properties.filter((property) => /password|secret/i.test(property.name));
		for (const { typeOptions } of secrets) expect(typeOptions?.password).toBe(true);
	});
});
