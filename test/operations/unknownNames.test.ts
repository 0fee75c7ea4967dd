import { unknownNames } from '../../nodes/Acumatica/operations/unknownNames';
import { operationCall } from '../support/operationCall.ts';

const error = (count: number, automatic: boolean) =>
	unknownNames(
		operationCall({}),
		'Customer',
		Array.from({ length: count }, (_, index) => ({
			path: `Field${index}`,
			nearest: index === 0 ? ['Fields', 'Yield'] : [],
		})),
		automatic,
	);

test('names every name, what may have been meant, and the way out', () => {
	const { message, description, context } = error(2, true);
	expect(message).toBe('Customer has no "Field0", "Field1"');
	expect(description).toMatch(
		/^"Field0": did you mean Fields or Yield\? Names are case-sensitive\./,
	);
	expect(description).toContain('Rename the fields of the incoming item');
	expect(context.itemIndex).toBe(3);
});

test('says how many more there are', () =>
	expect(error(14, false).message).toMatch(/"Field9" and 4 more$/));

test('sends whoever maps by hand back to the panel', () =>
	expect(error(1, false).description).toContain('Refresh Field List'));
