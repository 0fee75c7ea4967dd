import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { fieldsWithout, withStaleFields } from '../../nodes/Acumatica/methods/staleFields';

const panel = (mapping: unknown) =>
	({
		getCurrentNodeParameter: () => mapping,
	}) as Partial<ILoadOptionsFunctions> as ILoadOptionsFunctions;

test('what the panel does not hold is not stale', () =>
	expect(withStaleFields(panel(undefined), 'recordFields', [], 'X')).toEqual({ fields: [] }));

test('a custom field that was marked once can be matched on again where nobody can tell', () => {
	const marked = {
		id: 'Document.UsrShopId',
		displayName: 'Document.UsrShopId (not a field of X)',
		canBeUsedToMatch: false,
	};
	const mapping = { value: { 'Document.UsrShopId': '1' }, schema: [marked] };
	expect(withStaleFields(panel(mapping), 'recordFields', [], 'X', () => true).fields).toMatchObject(
		[{ id: 'Document.UsrShopId', displayName: 'Document.UsrShopId', canBeUsedToMatch: true }],
	);
});

test('why there are no fields is shown as text, whatever the server put into it', () => {
	const error = new Error('<img src=x onerror=alert(1)> & more.');
	expect(fieldsWithout(panel('damaged'), 'recordFields', error).emptyFieldsNotice).toBe(
		'&lt;img src=x onerror=alert(1)&gt; &amp; more. To enter names yourself, set Input Mode to JSON.',
	);
});

describe('fields of an earlier look-up, where a new one failed', () => {
	const field = { id: 'CustomerID', displayName: 'CustomerID' };
	const after = (message: string, schema: readonly unknown[]) =>
		fieldsWithout(
			panel({ value: { CustomerID: 'C1' }, schema }),
			'recordFields',
			new Error(message),
		).fields;

	test('stay, below a line that says why and takes no value', () => {
		const [line, ...others] = after('The ERP is <b>down</b>.', [field]);
		expect(others).toEqual([field]);
		expect(line).toMatchObject({
			displayName: 'Fields may be outdated. The ERP is <b>down</b>',
			readOnly: true,
			required: false,
			defaultMatch: false,
			canBeUsedToMatch: false,
			removed: false,
		});
	});

	test('have one such line, however often it fails, and none when it works again', () => {
		const once = after('Down', [field]);
		const twice = after('Still down', once);
		expect(twice.map(({ displayName }) => displayName)).toEqual([
			'Fields may be outdated. Still down',
			'CustomerID',
		]);
		const mapping = { value: { CustomerID: 'C1', [once[0]?.id ?? '']: null }, schema: twice };
		expect(withStaleFields(panel(mapping), 'recordFields', [], 'X').fields).toMatchObject([
			{ id: 'CustomerID' },
		]);
	});

	test('are none where the line alone is left of them', () => {
		const [line] = after('Down', [field]);
		expect(fieldsWithout(panel({ schema: [line] }), 'recordFields', new Error('Down'))).toEqual({
			fields: [],
			emptyFieldsNotice: 'Down. To enter names yourself, set Input Mode to JSON.',
		});
	});
});
