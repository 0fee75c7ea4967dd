import { redact } from '../../nodes/Acumatica/transport/redaction';

describe('redact', () => {
	test('blots out the given secrets, also percent-encoded', () => {
		expect(redact('pass p&ss/w0rd or p%26ss%2Fw0rd', ['p&ss/w0rd'])).toBe('pass *** or ***');
	});

	test.each([
		['Authorization: Bearer eyJhbGciOi.J9_x-y', 'Authorization: Bearer ***'],
		['{"password":"hunter2","name":"me"}', '{"password":"***","name":"me"}'],
		['client_secret=abc123&scope=api', 'client_secret=***&scope=api'],
		[
			'Cookie: .ASPXAUTH=AF01; ASP.NET_SessionId=q1w2e3',
			'Cookie: .ASPXAUTH=***; ASP.NET_SessionId=***',
		],
		['"refresh_token": "r-1"', '"refresh_token": "***"'],
	])('blots out what looks like a secret: %s', (text, clean) => {
		expect(redact(text, [])).toBe(clean);
	});

	test('leaves ordinary text alone', () => {
		const text = 'Details[0].InventoryID: the password policy of Bearer Inc. is fine';
		expect(redact(text, ['', 'absent'])).toBe(text);
	});
});
