import { bearer, SandboxClient } from '../client.ts';
import { startSandbox, type SandboxOptions } from '../sandbox.ts';
import { signedInClient } from '../signedIn.ts';

const metadata = (tenant: string) => `/t/${tenant}/api/odata/dac/$metadata`;

describe('the metadata of DAC-based OData', () => {
	const its = signedInClient();

	it('is XML, for the session of cookies', async () => {
		const { status, headers, text } = await its.client.get(metadata('Company'));
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('application/xml');
		expect(text).toContain('<Property Name="OrderNbr" Type="Edm.String" MaxLength="15">');
	});

	it('is there for a bearer token, and for a tenant in another letter case', async () => {
		const client = new SandboxClient(its.sandbox);
		const headers = bearer(await client.passwordToken());
		expect((await client.get(metadata('Company'), { headers })).status).toBe(200);
		expect((await client.get(metadata('company'), { headers })).status).toBe(200);
	});

	it('is not there for somebody who is not signed in, or in another tenant', async () => {
		const client = new SandboxClient(its.sandbox);
		expect((await client.get(metadata('Company'))).status).toBe(401);
		expect((await its.client.get(metadata('Company2'))).status).toBe(401);
		await client.signIn({ tenant: 'Company2' });
		expect((await client.get(metadata('Company2'))).status).toBe(200);
	});

	it('of an unknown tenant is not found', async () => {
		expect((await its.client.get(metadata('Nobody'))).status).toBe(404);
	});

	it('counts as a request', async () => {
		const { total } = its.sandbox.ledger;
		await its.client.get(metadata('Company'));
		expect(its.sandbox.ledger.total).toBe(total + 1);
		expect(its.sandbox.ledger.countByKind.odata).toBe(1);
		expect(its.sandbox.ledger.requests.at(-1)).toMatchObject({
			kind: 'odata',
			path: '/AcumaticaERP/t/Company/api/odata/dac/$metadata',
			status: 200,
		});
	});

	it.each<[Required<Pick<SandboxOptions, 'dacOData'>>['dacOData'], number, boolean]>([
		['missing', 404, false],
		['withoutLengths', 200, false],
		['available', 200, true],
	])(
		'with the switch dacOData at %s answers %i, with lengths: %p',
		async (dacOData, status, has) => {
			const sandbox = await startSandbox({ salesOrders: 1, dacOData });
			const client = new SandboxClient(sandbox);
			await client.signIn();
			const answer = await client.get(metadata('Company'));
			expect(answer.status).toBe(status);
			expect(answer.text.includes('MaxLength')).toBe(has);
			await sandbox.close();
		},
	);
});
