import { adHocSchema } from './adHocSchema.ts';
import { loadContract } from './load.ts';

const contract = loadContract('Default', '25.200.001');
if (contract === undefined) throw new Error('Default/25.200.001 is not published');

const customFields = {
	'': { Document: { UsrWebOrderNbr: 'CustomStringField' } },
	Details: { Transactions: { UsrEngraving: 'CustomStringField' } },
	'ShipToAddress/Nothing': { Ignored: { Field: 'CustomIntField' } },
};
const schema = adHocSchema(contract, 'SalesOrder', customFields);

test('shows each field of the contract without a value', () => {
	expect(schema).toMatchObject({ OrderNbr: { value: null }, OrderTotal: { value: null } });
});

test('shows custom fields by view with their type, in the record and in detail rows', () => {
	expect(schema).toMatchObject({
		custom: { Document: { UsrWebOrderNbr: { type: 'CustomStringField', value: null } } },
		ShipToAddress: { City: { value: null }, custom: {} },
		Details: [
			{
				InventoryID: { value: null },
				custom: { Transactions: { UsrEngraving: { type: 'CustomStringField', value: null } } },
			},
		],
	});
});

test('shows custom fields of a linked entity, and stops where entities contain each other', () => {
	const views = { DefContact: { UsrNewsletter: 'CustomBooleanField' } };
	expect(adHocSchema(contract, 'Customer', { MainContact: views })).toMatchObject({
		custom: {},
		MainContact: {
			custom: { DefContact: { UsrNewsletter: { type: 'CustomBooleanField', value: null } } },
			Address: { City: { value: null } },
		},
	});
	expect(() => JSON.stringify(adHocSchema(contract, 'Opportunity', {}))).not.toThrow();
});

test('lists the actions of the form with their parameters', () => {
	expect(schema['_workflowActions']).toEqual(
		expect.arrayContaining([
			{ CancelSalesOrder: { parameters: {} } },
			{
				SalesOrderCreateShipment: {
					parameters: { ShipmentDate: { value: null }, WarehouseID: { value: null } },
				},
			},
		]),
	);
});

test('lists the actions of the workflow with the fields of their dialogs', () => {
	const actions = { Abandon: { FilterPreview: { Reason: 'CustomStringField' } } };
	const { _workflowActions } = adHocSchema(contract, 'Opportunity', {}, actions);
	expect(_workflowActions).toContainEqual({
		Abandon: {
			parameters: {
				custom: { FilterPreview: { Reason: { type: 'CustomStringField', value: null } } },
			},
		},
	});
});

test('an entity that is not in the contract is refused', () => {
	expect(() => adHocSchema(contract, 'salesorder', {})).toThrow('no entity salesorder');
});
