import { licenseReply } from './licenseReply.ts';

describe('what a declined request is told', () => {
	it.each([
		['text' as const, 'The custom error module does not recognize this error.'],
		['json' as const, '{"message":"The number of API requests exceeds the license."}'],
		['empty' as const, ''],
	])('429 with a body of the kind %s, without Retry-After', (licenseAnswer, body) => {
		const reply = licenseReply({ licenseAnswer });
		expect(reply).toMatchObject({ status: 429, body });
		expect(reply.headers).not.toHaveProperty('Retry-After');
	});

	it.each(['text', 'json', 'empty'] as const)('can say when to come back (%s)', (licenseAnswer) => {
		expect(licenseReply({ licenseAnswer, licenseRetryAfter: 9 }).headers).toHaveProperty(
			'Retry-After',
			'9',
		);
	});
});
