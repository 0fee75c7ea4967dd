import { startSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { runAcumatica, type AcumaticaRun } from '../support/acumaticaRun.ts';

jest.mock('../../nodes/Acumatica/transport/clock', () =>
	jest.requireActual('../support/virtualTime.ts'),
);

/**
 * What a user sees who got something wrong: the message (red at the node) and the description (below
 * it), word for word. `{url}` and `{host}` stand for the address of the sandbox.
 */
type Case = [
	what: string,
	run: Omit<AcumaticaRun, 'sandbox' | 'operation'> & { readonly operation?: string },
	message: string,
	description: string,
	arrange?: (sandbox: Sandbox) => void,
];

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.ledger.sessions.open).toBe(0));
afterAll(async () => await sandbox.close());

const order = { entity: 'SalesOrder', recordKey: 'SO/000001' };
const read = (parameters: object, credential = {}): Case[1] => ({
	parameters: { ...order, ...parameters },
	credential,
});
const list = (filterString: string, more: object = {}): Case[1] => ({
	operation: 'getAll',
	parameters: { entity: 'Customer', filterType: 'string', filterString, ...more },
});
const write = (item: object, parameters: object = {}): Case[1] => ({
	operation: 'upsert',
	parameters: { entity: 'SalesOrder', ...parameters },
	items: [{ ...item }],
});
const json = (recordJson: string): Case[1] => write({}, { recordJson });

const checkAddress =
	'Check the Instance URL of the credential ({url}): it must include the site name, if there is one, and be reachable without a sign-in page or proxy in between.';
const checkPassword =
	'Check the credential. It was sent once and is not tried again, so that the user does not get locked.';
const checkFields =
	'Check the field names and values: names as in Default/25.200.001, dates as 2026-01-31, numbers without text. Acumatica says: The request is invalid.';
const checkKey =
	'Check the key: every key field in the order of the form, for example SO/000042, or use the ID. Acumatica says: No entity satisfies the condition.';
const checkFilter =
	"Check Filter String: names as in the endpoint, case-sensitive. In a filter, texts stand in single quotes, with a quote inside doubled ('O''Neill'), numbers without; functions are substringof('text', Field), startswith(Field, 'text') and endswith(Field, 'text').";
const published =
	'It publishes Default/20.200.001, Default/23.200.001, Default/24.200.001, Default/25.200.001, Shop.Sync/6.';
const nothingSent = 'Nothing was sent for this item.';
const reviewErrors =
	"Acumatica says: Inserting  'Sales Order' record raised at least one error. Please review the errors.";

describe('the address', () => {
	test.each<Case>([
		[
			'leads to a port where nobody listens',
			read({}, { instanceUrl: 'http://127.0.0.1:1/Site' }),
			'Could not sign in: 127.0.0.1:1 refused the connection (tried 4 times)',
			'Check the Instance URL and its port, and that the ERP can be reached from n8n.',
		],
		[
			'has a host that does not exist',
			read({}, { instanceUrl: 'http://no-such-host.invalid/Site' }),
			'Could not sign in: there is no host no-such-host.invalid',
			'Check the Instance URL of the credential for a typing error.',
		],
		[
			'lacks the site name',
			read({}, { instanceUrl: '{origin}' }),
			'Could not sign in: the server answered with a web page ("404 - File or directory not found.") instead of data (status 404)',
			checkAddress.replace('{url}', '{origin}'),
		],
		[
			'leads to a web page instead of an API',
			read({}),
			'Could not sign in: the server answered with a web page ("Service Unavailable") instead of data (status 200)',
			checkAddress,
			({ script }) => script({ match: { kind: 'signIn' }, answer: { html: true } }),
		],
		[
			'passes a proxy that wants a sign-in of its own',
			read({}),
			'Could not read SalesOrder "SO/000001": the server redirected the request to /sso',
			checkAddress,
			({ script }) => script({ match: { kind: 'get' }, answer: { redirect: '/sso?back=1' } }),
		],
	])('%s', expectToSay);
});

describe('the sign-in', () => {
	test.each<Case>([
		[
			'names a tenant that does not exist',
			read({}, { tenant: 'Nowhere' }),
			'Could not sign in: there is no such tenant',
			"Enter the tenant's Login Name (form Tenants, SM203520) in the credential. Acumatica says: A proper company ID cannot be determined for the request.",
		],
		[
			'has a wrong password',
			read({}, { password: 'wrong-password' }),
			'Could not sign in: the ERP refused the user name, password or client',
			`${checkPassword} Acumatica says: Error: Invalid credentials. Please try again.`,
		],
		[
			'has a wrong password at the token address',
			{ ...read({}, { password: 'wrong-password' }), authentication: 'passwordOAuth2' },
			'Could not sign in: the ERP refused the user name, password or client',
			`${checkPassword} Acumatica says: invalid_username_or_password`,
		],
		[
			'has a client ID without its tenant',
			{ ...read({}, { clientId: 'GUID' }), authentication: 'passwordOAuth2' },
			'Could not sign in: the ERP refused the user name, password or client',
			`${checkPassword} Acumatica says: invalid_client`,
		],
		[
			'has a scope that Acumatica does not know',
			{ ...read({}, { scope: 'api:offline_access' }), authentication: 'passwordOAuth2' },
			'Could not sign in: invalid_scope',
			'Check the credential: Client ID is whole, with its tenant (…@Tenant), and Scope holds nothing but api, offline_access and api:concurrent_access.',
		],
		[
			'was never connected',
			{ ...read({}, { oauthTokenData: undefined }), authentication: 'oAuth2' },
			'Could not read the endpoints of Acumatica: Unable to sign without access token',
			'n8n could not send the request. Check the credential; one for OAuth2 has to be connected first (Connect my account).',
		],
	])('%s', expectToSay);
});

describe('the endpoint and the entity', () => {
	test.each<Case>([
		[
			'a version that is not published',
			read({}, { endpointVersion: '22.200.001' }),
			'Could not read SalesOrder "SO/000001": the address does not exist in this ERP (404)',
			`Default/22.200.001 is not published by this ERP. ${published} Correct the endpoint in the credential or the node.`,
		],
		[
			'an endpoint that is not published',
			read({}, { endpointName: 'Nope' }),
			'This Acumatica publishes no endpoint "Nope" that this node understands',
			`${published} Change Endpoint Name in the credential.`,
		],
		[
			'an endpoint without its version',
			read({ endpoint: { __rl: true, mode: 'name', value: 'Default' } }),
			'"Default" is not an endpoint',
			'Enter name and version, for example Default/24.200.001, or leave it empty to use the endpoint of the credential.',
		],
		[
			'a misspelled entity',
			read({ entity: 'SalesOrdr' }),
			'Could not read SalesOrdr "SO/000001": the address does not exist in this ERP (404)',
			'Default/25.200.001 has no entity "SalesOrdr". Did you mean SalesOrder? Names are case-sensitive.',
		],
		[
			'an entity in lower case',
			read({ entity: 'salesorder' }),
			'Could not read salesorder "SO/000001": the address does not exist in this ERP (404)',
			'Default/25.200.001 has no entity "salesorder". Did you mean SalesOrder? Names are case-sensitive.',
		],
		[
			'an entity by the title of its form',
			read({ entity: 'Sales Orders' }),
			'"Sales Orders" is not the name of an entity',
			'Pick an entity from the list, or type its name as in the endpoint, for example SalesOrder.',
		],
		[
			'no entity, from an expression',
			read({ entity: '={{ $json.missing }}' }),
			'No entity is chosen',
			'Pick an entity from the list, or type its name as in the endpoint, for example SalesOrder.',
		],
	])('%s', expectToSay);
});

describe('the key', () => {
	test.each<Case>([
		[
			'is missing, from an expression',
			read({ recordKey: '={{ $json.missing }}' }),
			'"Record" is empty. Enter the key fields (OrderType/OrderNbr), for example SO/000042, or choose By ID',
			nothingSent,
		],
		[
			'lacks a field',
			read({ recordKey: '000001' }),
			'"Record" holds "000001", which has 1 of 2 key fields. Enter OrderType/OrderNbr',
			nothingSent,
		],
		[
			'has a slash in it',
			read({ entity: 'StockItem', recordKey: 'AACABLE/2M' }),
			'"Record" holds "AACABLE/2M", which has 2 parts, but the key is InventoryID. If a key itself contains "/", the ERP cannot find it by keys: choose By ID, or use Get Many with a filter on InventoryID',
			nothingSent,
		],
		[
			'has a space in it, and no record',
			read({ entity: 'StockItem', recordKey: 'AA SLEEVE 99' }),
			'Could not read StockItem "AA SLEEVE 99": no such record exists, or the user may not see it',
			checkKey,
		],
		[
			'is of another script, and has no record',
			read({ entity: 'Customer', recordKey: '渋谷' }),
			'Could not read Customer "渋谷": no such record exists, or the user may not see it',
			checkKey,
		],
		[
			'would lead out of the entity',
			read({ entity: 'StockItem', recordKey: '..' }),
			'"Record" holds "..", which has a key field that no web address can carry. Use By ID',
			nothingSent,
		],
		[
			'is nowhere when a record is to be changed',
			{ operation: 'update', parameters: { entity: 'SalesOrder' }, items: [{ Hold: true }] },
			'No key tells which SalesOrder to update',
			'Fill in the parameter Record, or put OrderType and OrderNbr (or id) into the record.',
		],
	])('%s', expectToSay);
});

describe('the list', () => {
	test.each<Case>([
		[
			"a ' that is not doubled in a filter",
			list("CustomerName eq 'O'Neill Trading'"),
			"Could not read Customer: Syntax error at position 32 in 'CustomerName eq 'O'Neill Trading''.",
			checkFilter,
		],
		[
			'a function that the filter language lacks',
			list("contains(CustomerName, 'Trading')"),
			"Could not read Customer: There is no function 'contains'.",
			checkFilter,
		],
		[
			'a number in quotes',
			list("CreditLimit gt '1000'"),
			"Could not read Customer: Operand types 'Edm.Decimal' and 'Edm.String' do not fit the operation 'gt'.",
			checkFilter,
		],
		[
			'a field to return that there is not',
			{ operation: 'getAll', parameters: { entity: 'Customer', options: { select: 'Nope' } } },
			"Could not read Customer: The given key 'Nope' was not present in the dictionary.",
			'Check Select: names as in the endpoint, case-sensitive.',
		],
		[
			'a view that lists cannot have',
			{
				operation: 'getAll',
				parameters: { entity: 'Payment', options: { expand: 'ApplicationHistory' } },
			},
			'Could not read Payment: Optimization cannot be performed.The following fields cause the error: ApplicationHistory: View ApplicationHistory has BQL delegate',
			'Ask for less: leave entities out of Expand, or name fields in Select; or read the keys with Get Many and each record with Get.',
		],
		[
			'a limit of nothing',
			list("Status eq 'Active'", { limit: 0 }),
			'The parameter "Limit" cannot be used: enter 1 or more',
			'Correct the parameter. Nothing was sent for this item.',
		],
		[
			'a limit that is text',
			list("Status eq 'Active'", { limit: '={{ "many" }}' }),
			'The parameter "Limit" cannot be used: enter a whole number',
			'Correct the parameter. Nothing was sent for this item.',
		],
	])('%s', expectToSay);
});

describe('the record to write', () => {
	test.each<Case>([
		[
			'has a field that there is not',
			write({ CustomerID: 'C000001', Bogus: 1 }),
			"Could not create or update SalesOrder: Bogus: Could not find member 'Bogus' in the contract.",
			checkFields,
		],
		[
			'has text in a number',
			write({ CustomerID: 'C000001', Details: [{ InventoryID: 'AALEGO500', OrderQty: 'many' }] }),
			`Could not create or update SalesOrder: Details[0].OrderQty: Error converting value "many" to type 'Decimal'.`,
			checkFields,
		],
		[
			'has rows that are no objects',
			write({ CustomerID: 'C000001', Details: ['AALEGO500'] }),
			'"Details[0]" holds the text "AALEGO500". Each row of a detail must be an object with field names, for example { "InventoryID": "AACOMPUT01" }',
			nothingSent,
		],
		[
			'names things that do not exist, in several places',
			write({ CustomerID: 'NOPE', Details: [{ InventoryID: 'AALEGO500' }, { InventoryID: 'X' }] }),
			"Could not create or update SalesOrder: CustomerID: Customer 'NOPE' cannot be found in the system.",
			`Also: Details[1].InventoryID: Inventory Item 'X' cannot be found in the system. ${reviewErrors}`,
		],
		[
			'names an item that does not exist, in a line',
			write({ CustomerID: 'C000001', Details: [{ InventoryID: 'NOPE' }] }),
			"Could not create or update SalesOrder: Details[0].InventoryID: Inventory Item 'NOPE' cannot be found in the system.",
			reviewErrors,
		],
		[
			'is a list',
			json('[{"CustomerID":"C000001"},{"CustomerID":"C000002"}]'),
			'The record must be one object, but is a list of 2',
			'Split the list into items first (node Split Out): the operation runs once for each item.',
		],
		[
			'is empty',
			write({}),
			'The record is empty: there is nothing to write',
			'Check that the incoming item has fields, or enter the record.',
		],
		[
			'is JSON with a comma too many',
			json('{"CustomerID": "C000001",}'),
			'The record is not valid JSON: Expected double-quoted property name in JSON at position 25 (line 1 column 26)',
			'Names and texts need double quotes, and no comma may stand behind the last field.',
		],
		[
			'is a text',
			json('"C000001"'),
			'The record must be an object with field names',
			'Enter for example { "CustomerID": "C000001", "CustomerName": "Coffee House" }.',
		],
		[
			'reaches for the prototype of all objects',
			json('{"CustomerID":"C000001","__proto__":{"polluted":true}}'),
			'"__proto__" is not the name of a field. Remove it from the record',
			nothingSent,
		],
		[
			'reaches for it in a row',
			json('{"Details":[{"constructor":{"prototype":{"polluted":true}}}]}'),
			'"Details[0].constructor" is not the name of a field. Remove it from the record',
			nothingSent,
		],
		[
			'has a custom field without its view that no form has',
			write({ CustomerID: 'C000001', custom: { UsrNope: 1 } }),
			'"custom.UsrNope" needs the view that owns the field: { "custom": { "Document": { "UsrNope": value } } }. In Acumatica, Help > Inspect Element shows a field\'s view as "Data Field" and "View Name"',
			nothingSent,
		],
		[
			'is for a business date that is none',
			write({ CustomerID: 'C000001' }, { options: { businessDate: '31.01.2026' } }),
			'"Business Date" holds "31.01.2026", which is not a date. Enter it as 2026-01-31',
			nothingSent,
		],
	])('%s', async (...args) => {
		await expectToSay(...args);
		expect(sandbox.ledger.writes).toEqual([]);
		expect({}).not.toHaveProperty('polluted');
	});
});

async function expectToSay(...[, run, message, description, arrange]: Case): Promise<void> {
	const origin = sandbox.url.replace('/AcumaticaERP', '');
	const filled = (text: string) => text.replace('{url}', sandbox.url).replace('{origin}', origin);
	arrange?.(sandbox);
	const { error } = await runAcumatica({
		sandbox,
		operation: 'get',
		...run,
		credential: {
			...run.credential,
			...(run.credential?.instanceUrl === '{origin}' && { instanceUrl: origin }),
		},
	});
	expect({ message: error?.message, description: error?.description }).toEqual({
		message: filled(message),
		description: filled(description),
	});
}
