import { readSchema } from '../../nodes/Acumatica/contract/document';
import { shapeAt } from '../../nodes/Acumatica/contract/schema';
import { timestampFieldsOf } from '../../nodes/Acumatica/contract/timestamps';
import { loadContract } from '../sandbox/contract/load.ts';
import { openApiDocument } from '../sandbox/contract/openApi.ts';

const contract = loadContract('Default', '24.200.001');
const schema = contract && readSchema(openApiDocument(contract, { serverUrl: 'http://127.0.0.1' }));
const fieldsOf = (entity: string) => {
	const shape = schema && shapeAt(schema, entity);
	return shape && timestampFieldsOf(shape);
};

test.each([
	['Customer', ['LastModifiedDateTime'], ['CreatedDateTime']],
	['SalesOrder', ['LastModified'], ['CreatedDate']],
	['StockItem', ['LastModifiedDateTime', 'LastModified'], []],
	['SalesInvoice', ['LastModifiedDateTime', 'LastModifiedDate'], ['CreatedDate']],
	['Subaccount', [], []],
])('%s has %j and %j', (entity, modified, created) =>
	expect(fieldsOf(entity)).toEqual({ modified, created }),
);

test('86 of the 119 entities say when they were changed, 35 when they were created', () => {
	const all = [...(schema?.entities.keys() ?? [])].map(fieldsOf);
	expect(all.filter((fields) => (fields?.modified.length ?? 0) > 0)).toHaveLength(86);
	expect(all.filter((fields) => (fields?.created.length ?? 0) > 0)).toHaveLength(35);
});

test('a time that is kept as text does not count', () => {
	const fields = new Map([['LastModifiedDate', 'String' as const]]);
	expect(timestampFieldsOf({ fields, linked: new Map(), details: new Map() }).modified).toEqual([]);
});
