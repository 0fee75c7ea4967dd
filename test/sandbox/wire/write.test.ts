import { valueAt } from '../client.ts';
import type { ContractFacts } from '../contract/contract.ts';
import type { SandboxRecord } from '../record.ts';
import type { Projection } from './projection.ts';
import { recordText, type WriteContext } from './write.ts';

const contract: ContractFacts = {
	endpoint: { name: 'Test', version: '1' },
	contractVersion: 4,
	entities: {},
	schemas: {
		Order: {
			fields: { Total: 'Decimal', Nbr: 'String' },
			linked: { Address: 'Address' },
			details: { Lines: 'Line' },
		},
		Address: { fields: { City: 'String' }, linked: {}, details: {} },
		Line: { fields: { Item: 'String' }, linked: {}, details: {} },
	},
};
const plain: Projection = { nested: new Map(), custom: new Set(), showsFiles: false };
const bare = { note: null, linked: {}, details: {}, custom: {} };
const line: SandboxRecord = { id: 'row', ...bare, fields: { Item: 'A' } };
const order: SandboxRecord = {
	id: 'top',
	note: null,
	fields: { Nbr: '1', Total: 5 },
	linked: {},
	details: { Lines: [line, line] },
	custom: { Document: { UsrA: { type: 'CustomStringField', value: 'x' } } },
};

function write(
	record: SandboxRecord,
	projection: Projection,
	more: Partial<WriteContext> = {},
): string {
	const context: WriteContext = {
		contract,
		serverOffsetMinutes: 0,
		customFields: {
			'': { Document: { UsrA: 'CustomStringField', UsrB: 'CustomIntField' } },
		},
		rowId: (id) => `session-${id}`,
		...more,
	};
	return recordText(record, { schemaName: 'Order', projection, rowNumber: 3, path: '' }, context);
}

describe('a record on the wire', () => {
	it('has system fields, the names in alphabetical order, custom and links', () => {
		expect(write(order, plain, { links: ({ id }) => ({ self: `/${id}` }) })).toBe(
			'{"id":"top","rowNumber":3,"note":{"value":""},"Nbr":{"value":"1"},"Total":{"value":5.0000},"custom":{},"_links":{"self":"/top"}}',
		);
	});

	it('shows an empty field as {}', () => {
		expect(write({ ...order, fields: { Nbr: null } }, plain)).toContain('"Nbr":{},"Total":{}');
	});

	it('shows a note', () => {
		expect(write({ ...order, note: 'Gift' }, plain)).toContain('"note":{"value":"Gift"}');
	});

	it('shows details and linked entities where they were asked for', () => {
		const nested = new Map([
			['Lines', plain],
			['Address', plain],
		]);
		expect(JSON.parse(write(order, { ...plain, nested }))).toMatchObject({
			Address: null,
			Lines: [
				{ id: 'session-row', rowNumber: 1, note: null, Item: { value: 'A' }, custom: {} },
				{ id: 'session-row', rowNumber: 2 },
			],
		});
		expect(write(order, plain)).not.toContain('Lines');
	});

	it('shows selected fields only', () => {
		expect(write(order, { ...plain, fields: new Set(['Nbr']) })).not.toContain('Total');
	});

	it('shows the custom fields that were asked for and exist', () => {
		const custom = new Set(['Document.UsrA', 'Document.UsrB', 'Document.UsrC']);
		expect(JSON.parse(write(order, { ...plain, custom }))).toMatchObject({
			custom: {
				Document: {
					UsrA: { type: 'CustomStringField', value: 'x' },
					UsrB: { type: 'CustomIntField' },
				},
			},
		});
	});

	it('shows an empty list of files on request', () => {
		expect(write(order, { ...plain, showsFiles: true })).toContain('"files":[]');
	});

	describe('with files', () => {
		const files = ({ id }: SandboxRecord) => [{ filename: `${id}.pdf` }];
		const rowLinks = ({ id }: SandboxRecord, path: string) => ({ 'files:put': `${path}/${id}` });
		const rows = (showsFiles: boolean) => ({
			...plain,
			nested: new Map([['Lines', { ...plain, showsFiles }]]),
		});
		const firstLine = (projection: Projection, more: Partial<WriteContext>) =>
			valueAt(JSON.parse(write(order, projection, more)), 'Lines', 0);

		it('shows those of the record and those of its rows', () => {
			const text = write(order, { ...rows(true), showsFiles: true }, { files });
			expect(JSON.parse(text)).toMatchObject({
				files: [{ filename: 'top.pdf' }],
				Lines: [{ files: [{ filename: 'row.pdf' }] }, {}],
			});
		});

		it('shows where to put those of a row, when its files are asked for or always', () => {
			const links = { 'files:put': 'Lines/row' };
			expect(firstLine(rows(true), { rowLinks })).toMatchObject({ _links: links });
			expect(firstLine(rows(false), { rowLinks })).not.toHaveProperty('_links');
			expect(firstLine(rows(false), { rowLinks, showsRowLinks: true })).toMatchObject({
				_links: links,
			});
			expect(firstLine(rows(true), { showsRowLinks: true })).not.toHaveProperty('_links');
		});
	});

	it('echoes errors at the record and at its fields', () => {
		const fields = new Map([['Nbr', { value: 'bad', error: 'Not found.' }]]);
		const errors = new Map([[order, { error: 'At least one error.', fields }]]);
		const text = write(order, { ...plain, fields: new Set(['Total']) }, { errors });
		expect(JSON.parse(text)).toMatchObject({
			Nbr: { value: 'bad', error: 'Not found.' },
			error: 'At least one error.',
		});
		const empty = new Map([
			[order, { fields: new Map([['Nbr', { value: null, error: 'Empty.' }]]) }],
		]);
		expect(write(order, plain, { errors: empty })).toContain('"Nbr":{"error":"Empty."}');
	});
});
