import { columnsOf, type Column } from '../../nodes/Acumatica/contract/columns';
import { keyFieldsOf } from '../../nodes/Acumatica/contract/keyFields';
import { findMember, placeOf } from '../../nodes/Acumatica/contract/member';
import { isReadOnlyField } from '../../nodes/Acumatica/contract/readOnlyFields';
import type { ContractFacts } from '../sandbox/contract/contract.ts';
import { endpoints } from '../sandbox/contract/load.ts';
import { endpointModel, placeIn } from './endpointModel.ts';

/** What the document says can be written, read off it in this test's own way: path -> type. */
function written(contract: ContractFacts, entity: string): Map<string, string> {
	const found = new Map<string, string>();
	const visit = (schema: string, path: string, passed: readonly string[]): void => {
		const { fields = {}, linked = {}, details = {} } = contract.schemas[schema] ?? {};
		for (const [name, type] of Object.entries(fields)) {
			if (!isReadOnlyField(path === '' ? entity : '', name)) found.set(`${path}${name}`, type);
		}
		for (const name of Object.keys(details)) found.set(`${path}${name}`, 'Detail');
		if (passed.length > 2) return;
		for (const [name, target] of Object.entries(linked)) {
			if (!passed.includes(target)) visit(target, `${path}${name}.`, [...passed, target]);
		}
	};
	const { schema = '' } = contract.entities[entity] ?? {};
	visit(schema, '', [schema]);
	return found.set('note', 'String');
}

describe.each(endpoints())('the columns of $name/$version', ({ name, version }) => {
	const model = endpointModel(name, version);
	const entities = Object.keys(model.contract.entities);
	const columns = (entity: string): Column[] => {
		const place = placeOf(model.schema, entity);
		return (place && columnsOf(place, entity, keyFieldsOf(entity))) ?? [];
	};

	test('are all fields, linked entities and details of every entity, with their types', () => {
		for (const entity of entities) {
			const found = columns(entity).map(({ id, type }) => [id, type] as const);
			expect(new Map(found)).toEqual(written(model.contract, entity));
			expect(new Set(found.map(([id]) => id)).size).toBe(found.length);
		}
	});

	test('are found again by their names', () => {
		for (const entity of entities) {
			const place = placeOf(model.schema, entity);
			const lost = columns(entity).filter(({ id, type }) => {
				const member = place && findMember(place, id)?.member;
				if (type === 'Detail') return member?.kind !== 'detail';
				return id === 'note' ? member?.kind !== 'system' : member?.kind !== 'field';
			});
			expect([entity, lost]).toEqual([entity, []]);
		}
	});
});

test('119 entities of Default are looked at', () =>
	expect(Object.keys(endpointModel().contract.entities)).toHaveLength(119));

describe('the columns of a sales order', () => {
	const place = placeIn(endpointModel(), 'SalesOrder');
	const columns = columnsOf(place, 'SalesOrder', keyFieldsOf('SalesOrder')) ?? [];

	test('begin with its key fields, which say how certain they are', () => {
		expect(columns.slice(0, 3)).toMatchObject([
			{ id: 'OrderType', key: 'certain' },
			{ id: 'OrderNbr', key: 'certain' },
			{ isOwnField: true },
		]);
		expect(columns.filter(({ key }) => key !== undefined)).toHaveLength(2);
	});

	test('have custom fields by view, wherever they stand', () => {
		const custom = columns.filter(({ id }) => id.includes('Usr') && id.includes('.'));
		expect(custom.map(({ id, type }) => [id, type])).toEqual([
			['Document.UsrWebOrderNbr', 'String'],
			['Document.UsrShippingFee', 'Decimal'],
		]);
		const customer = placeIn(endpointModel(), 'Customer');
		const ids = columnsOf(customer, 'Customer', keyFieldsOf('Customer'))?.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['MainContact.DefContact.UsrNewsletter']));
	});

	test('have nothing that is known to be read-only', () => {
		const ids = columns.map(({ id }) => id);
		for (const readOnly of ['LastModified', 'CreatedDate', 'NoteID', 'OrderTotal'])
			expect(ids).not.toContain(readOnly);
	});
});

test('a custom field whose view is named like a linked entity is told apart from its fields', () => {
	const { schema } = endpointModel();
	const field = { view: 'ShipToAddress', name: 'City', type: 'CustomStringField' };
	const place = placeOf(schema, 'SalesOrder', {
		fields: [field],
		typeOf: (view, name) => (view === field.view && name === field.name ? field.type : undefined),
		viewsOf: () => [field.view],
		within: () => undefined,
	});
	const ids = (place && columnsOf(place, 'SalesOrder', keyFieldsOf('SalesOrder')))?.map(
		({ id }) => id,
	);
	expect(ids).toEqual(expect.arrayContaining(['ShipToAddress.City', 'custom.ShipToAddress.City']));
});

test('an entity that is not there has no columns', () => {
	const { schema } = endpointModel();
	const place = { schema, shape: { fields: new Map(), linked: new Map(), details: new Map() } };
	expect(columnsOf({ ...place, custom: undefined }, 'Nothing', keyFieldsOf(''))).toBeUndefined();
});
