import { recordSearch } from '../../nodes/Acumatica/methods/recordSearch';
import type { FieldType } from '../../nodes/Acumatica/contract/schema';

const shape = (...fields: ReadonlyArray<readonly [string, FieldType]>) => ({
	fields: new Map(fields),
	linked: new Map(),
	details: new Map(),
});

test('a document is searched by its last key field, and by what describes it', () => {
	const search = recordSearch(
		'SalesOrder',
		shape(['OrderType', 'String'], ['OrderNbr', 'String'], ['Description', 'String']),
		true,
	);
	expect(search).toMatchObject({
		keyFields: ['OrderType', 'OrderNbr'],
		descriptive: ['Description'],
		isCertain: true,
	});
	expect(search.filters("O'B")).toEqual([
		"substringof('O''B',OrderNbr) or substringof('O''B',Description)",
		"substringof('O''B',OrderNbr)",
	]);
});

test('a field that is no text is not searched in', () => {
	const search = recordSearch(
		'Contact',
		shape(['ContactID', 'Int'], ['DisplayName', 'String']),
		true,
	);
	expect(search.filters('a')).toEqual(["substringof('a',DisplayName)"]);
	// Its number finds it all the same.
	expect(search.filters('10')).toEqual([
		"ContactID eq 10 or substringof('10',DisplayName)",
		'ContactID eq 10',
	]);
});

test('without a description the known keys have to do', () => {
	const search = recordSearch('Customer', undefined, true);
	expect(search).toMatchObject({ keyFields: ['CustomerID'], descriptive: [], isCertain: true });
	expect(search.filters('a')).toEqual(["substringof('a',CustomerID)"]);
});

test('of another endpoint nothing is certain, and numbers and codes stand for unknown keys', () => {
	const fields = shape(['Text', 'String'], ['RefNbr', 'String'], ['SiteCD', 'String']);
	expect(recordSearch('WebThing', fields, false)).toMatchObject({
		keyFields: ['RefNbr', 'SiteCD'],
		isCertain: false,
	});
	expect(recordSearch('Customer', shape(['CustomerID', 'String']), false).isCertain).toBe(false);
});

test('an entity with neither is listed, but not searched', () =>
	expect(recordSearch('Odd', shape(['A', 'String']), false).filters('x')).toEqual([]));

test('what the list shows is found when it is typed', () => {
	const fields = shape(['OrderType', 'String'], ['OrderNbr', 'String']);
	expect(recordSearch('SalesOrder', fields, true).filters('SO/000042')).toEqual([
		"substringof('000042',OrderNbr)",
	]);
});
