import { AcumaticaApi } from '../../credentials/AcumaticaApi.credentials';

const type = new AcumaticaApi();

test('the cookie login is named as the editor and saved workflows know it', () => {
	expect(type).toMatchObject({ name: 'acumaticaApi', displayName: 'Acumatica API' });
	expect(type).not.toHaveProperty('extends');
});

test('it asks who signs in to which tenant, in which branch and language', () => {
	const own = type.properties
		.slice(1, -5)
		.map((property) => [
			property.name,
			property.type,
			property.default,
			property.required === true,
		]);
	expect(own).toEqual([
		['username', 'string', '', true],
		['password', 'string', '', true],
		['tenant', 'string', '', false],
		['branch', 'string', '', false],
		['locale', 'string', '', false],
	]);
});
