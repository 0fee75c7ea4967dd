import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { fieldsWithout, withStaleFields } from '../../nodes/Acumatica/methods/staleFields';

const panel = (mapping: unknown) =>
	({
		getCurrentNodeParameter: () => mapping,
	}) as Partial<ILoadOptionsFunctions> as ILoadOptionsFunctions;

test('what the panel does not hold is not stale', () =>
	expect(withStaleFields(panel(undefined), 'recordFields', [], 'X')).toEqual({ fields: [] }));

test('why there are no fields is shown as text, whatever the server put into it', () => {
	const error = new Error('<img src=x onerror=alert(1)> & more.');
	expect(fieldsWithout(panel('damaged'), 'recordFields', error).emptyFieldsNotice).toBe(
		'&lt;img src=x onerror=alert(1)&gt; &amp; more. To enter names yourself, set Input Mode to JSON.',
	);
});
