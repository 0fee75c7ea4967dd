import type { SchemaFacts } from '../contract/contract.ts';
import type { SandboxRecord } from '../record.ts';
import { created, modified } from './stamps.ts';

const at = '2026-11-22T10:00:00.003Z';
const schema = (fields: SchemaFacts['fields']): SchemaFacts => ({
	fields,
	linked: {},
	details: {},
});
const blank = (): SandboxRecord => ({
	id: 'x',
	note: null,
	fields: {},
	linked: {},
	details: {},
	custom: {},
});

describe('timestamps', () => {
	it('go into the fields that the contract has', () => {
		const record = blank();
		modified(record, schema({ LastModified: 'DateTime', Name: 'String' }), at);
		created(record, schema({ CreatedDate: 'DateTime' }), at);
		expect(record.fields).toEqual({ LastModified: at, CreatedDate: at });
	});

	it('go nowhere where it has none', () => {
		const record = blank();
		modified(record, schema({ Name: 'String' }), at);
		expect(record.fields).toEqual({});
	});

	it('are text in the culture of the server where the contract says text', () => {
		const record = blank();
		modified(record, schema({ LastModifiedDate: 'String' }), at);
		expect(record.fields.LastModifiedDate).toBe('11/22/2026 10:00:00');
	});
});
