import type { ResourceMapperField } from 'n8n-workflow';
import { recordFields } from '../../nodes/Acumatica/methods/mapRecordFields';
import { endpointModel, placeIn } from '../contract/endpointModel.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { mapperFields } from './editor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 5 });
});
afterAll(async () => await sandbox.close());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));

const fieldsOf = async (state: object = {}) =>
	await mapperFields('mapRecordFields', {
		sandbox,
		operation: 'create',
		entity: 'SalesOrder',
		...state,
	});
const byId = (fields: readonly ResourceMapperField[], id: string) =>
	fields.find((field) => field.id === id);
const shown = (fields: readonly ResourceMapperField[]) =>
	fields.filter(({ removed }) => removed !== true).map(({ id }) => id);
const matching = (fields: readonly ResourceMapperField[]) =>
	fields.filter(({ defaultMatch }) => defaultMatch).map(({ id }) => id);

describe('the fields of a new record', () => {
	it('have types, of linked entities, details, custom fields and the note as well', async () => {
		const { fields } = await fieldsOf();
		expect(fields.map(({ id, type }) => [id, type])).toEqual(
			expect.arrayContaining([
				['CustomerID', 'string'],
				['ControlTotal', 'number'],
				['Date', 'dateTime'],
				['ShipToAddress.City', 'string'],
				['Details', 'array'],
				['Document.UsrShippingFee', 'number'],
				['note', 'string'],
			]),
		);
		expect(byId(fields, 'OrderNbr')?.displayName).toBe('OrderNbr (key field)');
		expect(byId(fields, 'id')).toBeUndefined();
	});

	it('offer Yes and No, so that what nobody touches is not sent as false', async () => {
		const hold = byId((await fieldsOf()).fields, 'Hold');
		expect(hold).toMatchObject({
			type: 'options',
			options: [
				{ name: 'Yes', value: true },
				{ name: 'No', value: false },
			],
		});
		expect(hold).not.toHaveProperty('defaultValue');
	});

	it('show what most records need, and keep the rest for adding', async () => {
		expect(shown((await fieldsOf()).fields)).toEqual([
			...['OrderType', 'OrderNbr', 'CustomerID', 'Date', 'Description', 'Hold', 'Details'],
		]);
	});

	it('may be matched on, since the panel keeps them when it goes on to update', async () => {
		const { fields } = await fieldsOf();
		expect(matching(fields)).toEqual([]);
		expect(byId(fields, 'OrderNbr')?.canBeUsedToMatch).toBe(true);
	});

	it('are those of the chosen endpoint', async () => {
		const { fields } = await fieldsOf({ endpoint: 'Shop.Sync/6', entity: 'WebOrder' });
		expect(fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['WebReference', 'ShipTo.City', 'Lines']),
		);
	});

	it('show the first ones where none is known to be needed, so that the panel is not empty', async () => {
		const { fields } = await fieldsOf({ endpoint: 'Shop.Sync/6', entity: 'WebOrder' });
		expect(shown(fields)).toEqual([
			...['OrderType', 'OrderNbr', 'Customer', 'WebReference'],
			...['OrderDate', 'Status', 'OnHold', 'Comment'],
		]);
	});
});

describe('the fields of a record that exists', () => {
	it('match by the key fields, if those are certain, and may match by any other', async () => {
		const { fields } = await fieldsOf({ operation: 'update' });
		expect(matching(fields)).toEqual(['OrderType', 'OrderNbr']);
		expect(byId(fields, 'CustomerOrder')?.canBeUsedToMatch).toBe(true);
		expect(byId(fields, 'id')).toMatchObject({ canBeUsedToMatch: true, removed: true });
		expect(byId(fields, 'Details')?.canBeUsedToMatch).toBe(false);
	});

	it('match by the ID where nobody knows the keys', async () => {
		const webOrder = { endpoint: 'Shop.Sync/6', entity: 'WebOrder' };
		const { fields } = await fieldsOf({ ...webOrder, operation: 'update' });
		expect(matching(fields)).toEqual(['id']);
		expect(shown(fields)).toContain('id');
		// What does not exist yet has no ID: then the ERP finds it by whatever keys the record has.
		const upsert = await fieldsOf({ ...webOrder, operation: 'upsert' });
		expect(matching(upsert.fields)).toEqual([]);
	});

	it('match by keys that are a guess where a new record may be made, but not otherwise', async () => {
		const customer = { endpoint: 'Shop.Sync/6', entity: 'Customer' };
		const upsert = await fieldsOf({ ...customer, operation: 'upsert' });
		expect(matching(upsert.fields)).toEqual(['CustomerID']);
		const update = await fieldsOf({ ...customer, operation: 'update' });
		expect(matching(update.fields)).toEqual(['id']);
	});
});

describe('another endpoint, and fields that it does not have', () => {
	it('keeps them with their values, and says so', async () => {
		const recordFields = {
			mappingMode: 'defineBelow',
			value: { CustomerID: 'C1', Gone: '={{ $json.x }}', Empty: null },
			schema: [{ id: 'Gone', displayName: 'Gone', type: 'number' }],
		};
		const { fields } = await fieldsOf({ parameters: { recordFields } });
		expect(fields[0]).toMatchObject({
			id: 'Gone',
			displayName: 'Gone (not a field of SalesOrder in Default/25.200.001)',
			type: 'number',
			removed: false,
		});
		expect(fields.map(({ id }) => id)).not.toContain('Empty');
	});

	it('opens a workflow of 24.200.001 under 25.200.001, with what has changed', async () => {
		const state = { entity: 'Event', operation: 'create' };
		const before = await fieldsOf({ ...state, endpoint: 'Default/24.200.001' });
		const value = { Summary: 'Fair', EndTime: '2026-01-31T14:30:00' };
		const recordFields = { mappingMode: 'defineBelow', value, schema: before.fields };
		const after = await fieldsOf({
			...state,
			endpoint: 'Default/25.200.001',
			parameters: { recordFields },
		});
		expect(after.fields[0]?.displayName).toBe(
			'EndTime (not a field of Event in Default/25.200.001)',
		);
		expect(after.fields.map(({ id }) => id)).toEqual(
			expect.arrayContaining(['Summary', 'EndDateTime']),
		);
	});
});

describe('custom fields that cannot be looked up', () => {
	// Else it would be remembered what an earlier test has looked up.
	let fresh: Sandbox;
	beforeEach(async () => {
		fresh = await startSandbox({ salesOrders: 1 });
	});
	afterEach(async () => await fresh.close());

	it.each([
		['since the user may not', { status: 403 }],
		['since the gateway is down', { status: 500 }],
		['since the answer is no description', { status: 200, body: [] }],
	])('%s, stay as they are in the panel', async (_, answer) => {
		fresh.script({ match: { path: 'adHocSchema' }, answer, times: 9 });
		const state = { sandbox: fresh, operation: 'update' };
		const ids = [
			'Document.UsrShippingFee',
			'custom.Document.UsrColor',
			'ShipToContact.Contact.UsrX',
		];
		const stored = ids.map((id) => ({
			id,
			displayName: id,
			type: 'number',
			required: false,
			display: true,
			defaultMatch: false,
			canBeUsedToMatch: true,
			removed: false,
		}));
		const value = Object.fromEntries(ids.map((id) => [id, 7]));
		const recordFields = {
			mappingMode: 'defineBelow',
			value: { ...value, Gone: 'x' },
			schema: stored,
		};
		const { fields } = await fieldsOf({ ...state, parameters: { recordFields } });
		expect(ids.map((id) => byId(fields, id))).toEqual(stored);
		expect(fields[0]?.displayName).toBe('Gone (not a field of SalesOrder in Default/25.200.001)');
	});

	it('and are not there any more, are marked as soon as they can be looked up', async () => {
		const recordFields = {
			mappingMode: 'defineBelow',
			value: { 'Document.UsrGone': 7 },
			schema: [],
		};
		const state = { sandbox: fresh, operation: 'update', parameters: { recordFields } };
		expect((await fieldsOf(state)).fields[0]).toMatchObject({
			displayName: 'Document.UsrGone (not a field of SalesOrder in Default/25.200.001)',
			canBeUsedToMatch: false,
		});
	});
});

describe('fields that cannot be looked up', () => {
	it('without an entity ask for one, and send nothing', async () => {
		const before = sandbox.ledger.total;
		expect(await fieldsOf({ entity: '' })).toEqual({
			fields: [],
			emptyFieldsNotice: 'Choose an entity to see its fields.',
		});
		expect(sandbox.ledger.total).toBe(before);
	});

	it('say why, and how to go on', async () => {
		const { fields, emptyFieldsNotice } = await fieldsOf({ entity: 'salesorder' });
		expect(fields).toEqual([]);
		expect(emptyFieldsNotice).toBe(
			'Default/25.200.001 has no entity "salesorder". Did you mean SalesOrder? Names are case-sensitive. To enter names yourself, set Input Mode to JSON.',
		);
	});

	it('stay as they were in the panel, so that nothing mapped gets lost', async () => {
		const schema = [{ id: 'CustomerID', displayName: 'CustomerID', type: 'string' }];
		const recordFields = { mappingMode: 'defineBelow', value: { CustomerID: 'C1' }, schema };
		const state = { credential: { password: 'wrong' }, parameters: { recordFields } };
		const { fields } = await fieldsOf({ ...state, endpoint: 'Default/23.200.001' });
		expect(fields.slice(1)).toEqual(schema);
		expect(fields[0]?.displayName).toBe(
			'Fields may be outdated. Could not sign in: the ERP refused the user name, password or client',
		);
	});
});

test.each(['23.200.001', '24.200.001', '25.200.001'])(
	'no field of any entity of %s stands there twice, and each has a type of the editor',
	(version) => {
		const model = endpointModel('Default', version);
		for (const entity of Object.keys(model.contract.entities)) {
			const endpoint = { name: 'Default', version };
			const fields = recordFields({ place: placeIn(model, entity), entity, endpoint }, 'update');
			const ids = fields.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(fields.every(({ type }) => type !== undefined)).toBe(true);
		}
	},
);
