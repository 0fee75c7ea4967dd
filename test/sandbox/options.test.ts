import { settingsFrom } from './options.ts';

describe('the options', () => {
	it('have defaults', () => {
		expect(settingsFrom({})).toMatchObject({
			port: 0,
			host: '127.0.0.1',
			site: 'AcumaticaERP',
			salesOrders: 200,
			license: {
				model: 'plain',
				requestsPerMinute: 100_000,
				concurrentRequests: 100,
				users: 3,
			},
			expandLevels: 2,
		});
	});

	it('keep a default where a value is undefined', () => {
		const settings = settingsFrom({ salesOrders: undefined, license: { users: undefined } });
		expect(settings.salesOrders).toBe(200);
		expect(settings.license.users).toBe(3);
	});

	it('change one limit of the license and leave the others', () => {
		expect(settingsFrom({ license: { users: 2 } }).license).toEqual({
			model: 'plain',
			requestsPerMinute: 100_000,
			concurrentRequests: 100,
			users: 2,
		});
	});
});
