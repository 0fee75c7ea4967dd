import { loadContract } from '../contract/load.ts';
import { Refusal } from '../reply.ts';
import { readProjection, type Projection } from './projection.ts';

function project(query: string, expandLevels = 2): Projection {
	const contract = loadContract('Default', '25.200.001');
	const schema = contract?.schemas.Customer;
	if (contract === undefined || schema === undefined) throw new Error('There is no Customer.');
	return readProjection(new URLSearchParams(query), { contract, schema, expandLevels });
}

function statusOf(query: string): number {
	try {
		project(query);
	} catch (error) {
		if (error instanceof Refusal) return error.reply.status;
	}
	return 200;
}

describe('what an answer shows', () => {
	it('is every field and nothing nested when nothing is said', () => {
		expect(project('')).toEqual({
			fields: undefined,
			nested: new Map(),
			custom: new Set(),
			showsFiles: false,
		});
	});

	it('is what was selected', () => {
		expect(project('$select=CustomerID, CustomerName').fields).toEqual(
			new Set(['CustomerID', 'CustomerName']),
		);
	});

	it('is nested where it was expanded, with its own selection', () => {
		const { nested, fields } = project('$expand=MainContact&$select=CustomerID,MainContact/Email');
		expect(fields).toEqual(new Set(['CustomerID']));
		expect(nested.get('MainContact')?.fields).toEqual(new Set(['Email']));
	});

	it('needs every level listed', () => {
		expect(project('$expand=MainContact/Address').nested.size).toBe(0);
		const { nested } = project('$expand=MainContact,MainContact/Address');
		expect(nested.get('MainContact')?.nested.has('Address')).toBe(true);
	});

	it('holds custom fields of the level they belong to', () => {
		const { custom, nested } = project(
			'$expand=MainContact&$custom=CurrentCustomer.UsrSegment,MainContact/DefContact.UsrNewsletter',
		);
		expect(custom).toEqual(new Set(['CurrentCustomer.UsrSegment']));
		expect(nested.get('MainContact')?.custom).toEqual(new Set(['DefContact.UsrNewsletter']));
	});

	it('shows files only on request', () => {
		expect(project('$expand=files&$select=CustomerID,files').showsFiles).toBe(true);
		expect(project('$expand=files').showsFiles).toBe(true);
		expect(project('$expand=files&$select=CustomerID').showsFiles).toBe(false);
		expect(project('$select=CustomerID,files').showsFiles).toBe(false);
	});

	it('shows files of a nested entity only where they are expanded', () => {
		const { nested, showsFiles } = project('$expand=MainContact,MainContact/files');
		expect([showsFiles, nested.get('MainContact')?.showsFiles]).toEqual([false, true]);
	});

	it.each([
		['$expand=Nothing', 500],
		['$select=Nothing', 500],
		['$expand=CustomerID', 500],
		['$expand=A/B/C', 400],
		['$expand=MainContact,MainContact/Address', 200],
	])('%s answers %i', (query, status) => {
		expect(statusOf(query)).toBe(status);
	});

	it('has as many levels as the switch says', () => {
		expect(() => project('$expand=MainContact,MainContact/Address', 1)).toThrow(Refusal);
	});
});
