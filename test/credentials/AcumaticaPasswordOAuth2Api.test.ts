import { AcumaticaPasswordOAuth2Api } from '../../credentials/AcumaticaPasswordOAuth2Api.credentials';

const type = new AcumaticaPasswordOAuth2Api();

test('the password grant is named as the editor and saved workflows know it', () => {
	expect(type).toMatchObject({
		name: 'acumaticaPasswordOAuth2Api',
		displayName: 'Acumatica Password OAuth2 API',
	});
});

test("it does not extend n8n's OAuth2, which has no such grant", () => {
	expect(type).not.toHaveProperty('extends');
});

test('it asks for client, user and scope', () => {
	const own = type.properties
		.slice(1, -5)
		.map((property) => [
			property.name,
			property.type,
			property.default,
			property.required === true,
		]);
	expect(own).toEqual([
		['clientId', 'string', '', true],
		['clientSecret', 'string', '', true],
		['username', 'string', '', true],
		['password', 'string', '', true],
		['scope', 'string', 'api', false],
	]);
});
