import { filterProperties, readFilter } from '../../nodes/Acumatica/parameters/filter';
import { readerOf } from '../support/operationCall.ts';

test('the trigger and the node have the same filter', () =>
	expect(filterProperties.map(({ name }) => name)).toEqual(['filterType', 'filterString']));

test('a filter is what is entered, without blanks around it', () => {
	expect(readFilter(readerOf({ filterType: 'none', filterString: 'x' }))).toBe('');
	expect(readFilter(readerOf({ filterType: 'string', filterString: " A eq 'b' " }))).toBe(
		"A eq 'b'",
	);
});

test('an unknown kind of filter is refused by name', () =>
	expect(() => readFilter(readerOf({ filterType: 'magic' }))).toThrow('"Filter"'));
