import { randomUUID } from 'node:crypto';
import type { FieldType } from '../sandbox/contract/contract.ts';
import { loadContract } from '../sandbox/contract/load.ts';
import type { FieldValue } from '../sandbox/record.ts';
import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { authentications, runAcumatica, type Authentication } from '../support/acumaticaRun.ts';

/** One action of the contract, with the record to run it on and a value for each of its parameters. */
interface Case {
	readonly entity: string;
	readonly action: string;
	/** As the parameter Record takes it: key fields where they are known, else the ID. */
	readonly key: string;
	readonly id: string;
	readonly parameters: Readonly<Record<string, FieldValue>>;
}

const contract = loadContract('Default', '24.200.001');
const entities = Object.entries(contract?.entities ?? {});
const declared = entities.flatMap(([entity, { actions }]) =>
	Object.entries(actions).map(([action, parameters]) => ({ entity, action, parameters })),
);

/** What the business rules ask of a record before an action; others run in any status. */
const statuses: Readonly<Record<string, string>> = {
	'Bill/ReverseBill': 'Open',
	'Check/VoidCheck': 'Open',
	'Payment/VoidPayment': 'Open',
	'SalesOrder/ReopenSalesOrder': 'Completed',
	'Shipment/ConfirmShipment': 'Open',
	SalesOrder: 'Open',
	Shipment: 'Confirmed',
};

const samples: Readonly<Record<FieldType, FieldValue>> = {
	String: "O'Neill & Söhne",
	Decimal: 12.75,
	Double: 0.5,
	Int: 7,
	Short: 6,
	Long: 8,
	Byte: 5,
	Boolean: true,
	DateTime: '2026-01-31T00:00:00.000Z',
	DateOnly: '2026-01-31',
	Guid: '5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a11',
};

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ salesOrders: 10 });
});
beforeEach(() => {
	sandbox.reset();
	sandbox.setLongActions({
		'Shipment/ConfirmShipment': false,
		'Invoice/ReleaseInvoice': false,
		'SalesInvoice/ReleaseSalesInvoice': false,
	});
});
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

/** Brings a record into being for each action, so that none runs on what another one has changed. */
function prepare(): Case[] {
	return declared.map(({ entity, action, parameters }, index) => {
		const id = randomUUID();
		const number = 900_001 + index;
		const { keyFields } = sandbox.records.set(entity);
		const schema = contract?.schemas[contract.entities[entity]?.schema ?? ''];
		const keys = keyFields.map((field) => (schema?.fields[field] === 'Int' ? number : `${number}`));
		const details =
			entity === 'SalesOrder' && parts[action] !== undefined ? parts[action](number) : {};
		sandbox.records.set(entity).put({
			id,
			note: null,
			fields: {
				...Object.fromEntries(keyFields.map((field, place) => [field, keys[place] ?? null])),
				Status: statuses[`${entity}/${action}`] ?? statuses[entity] ?? 'Balanced',
				...(entity === 'Shipment' && { ShippedQty: 1 }),
			},
			linked: {},
			details,
			custom: {},
		});
		const values = Object.entries(parameters).map(([name, type]) => [
			name,
			name === 'WarehouseID' ? 'WHOLESALE' : samples[type],
		]);
		const key = keys.length === 0 ? id : keys.join('/');
		return { entity, action, key, id, parameters: Object.fromEntries(values) };
	});
}

const row = (fields: Record<string, FieldValue>) => ({
	id: randomUUID(),
	note: null,
	fields,
	linked: {},
	details: {},
	custom: {},
});

/** Detail rows without which an order cannot be shipped or invoiced. */
const parts: Readonly<
	Record<string, (number: number) => Record<string, ReturnType<typeof row>[]>>
> = {
	SalesOrderCreateShipment: () => ({
		Details: [
			row({
				LineNbr: 1,
				InventoryID: 'AALEGO500',
				OrderQty: 1,
				OpenQty: 1,
				WarehouseID: 'WHOLESALE',
			}),
		],
	}),
	PrepareSalesInvoice: () => {
		sandbox.records.set('Shipment').put({
			...row({ ShipmentNbr: 'OF-ORDER', Status: 'Confirmed', ShippedQty: 1 }),
		});
		return { Shipments: [row({ ShipmentNbr: 'OF-ORDER', Status: 'Confirmed' })] };
	},
};

/** All cases as items of one node, each with its own entity, action, record and parameters. */
async function invokeAll(authentication: Authentication, cases: readonly Case[]) {
	return await runAcumatica({
		sandbox,
		authentication,
		resource: 'action',
		operation: 'invoke',
		parameters: {
			endpoint: { __rl: true, mode: 'name', value: 'Default/24.200.001' },
			entity: '={{ $json.entity }}',
			action: '={{ $json.action }}',
			recordKey: '={{ $json.key }}',
			parameters: '={{ $json.parameters }}',
		},
		items: cases.map((one) => ({ ...one })),
	});
}

test('Default/24.200.001 has 163 actions on 50 entities, 21 of them with parameters', () => {
	expect(declared).toHaveLength(163);
	expect(new Set(declared.map(({ entity }) => entity)).size).toBe(50);
	const withParameters = declared.filter(({ parameters }) => Object.keys(parameters).length > 0);
	expect(withParameters).toHaveLength(21);
});

test.each(authentications)(
	'every one runs once, on its own record, with all of its parameters as they were given (%s)',
	async (authentication) => {
		const cases = prepare();
		const outcome = await invokeAll(authentication, cases);
		expect(outcome.error).toBeUndefined();
		expect(outcome.json).toEqual(
			cases.map(({ entity, action, key }) => ({
				entity,
				action,
				record: key,
				status: 'completed',
			})),
		);
		const ran = sandbox.ledger.actions.map(({ entity, action, id, parameters, times }) => ({
			entity,
			action,
			id,
			parameters,
			times,
		}));
		expect(ran).toEqual(
			cases.map(({ entity, action, id, parameters }) => ({
				entity,
				action,
				id,
				parameters,
				times: 1,
			})),
		);
	},
);

test("an action of a form's workflow runs by its name too, with the values of its dialog", async () => {
	const outcome = await runAcumatica({
		sandbox,
		resource: 'action',
		operation: 'invoke',
		parameters: {
			entity: 'SalesOrder',
			action: 'AskForReview',
			recordKey: 'SO/000001',
			parameters: '{ "custom": { "FilterPreview": { "Reason": "Price", "Urgent": true } } }',
		},
	});
	expect(outcome.error).toBeUndefined();
	expect(sandbox.ledger.actions).toMatchObject([
		{
			entity: 'SalesOrder',
			action: 'AskForReview',
			keys: ['SO', '000001'],
			parameters: { custom: { FilterPreview: { Reason: 'Price', Urgent: true } } },
			times: 1,
		},
	]);
});
