import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import type * as Connect from '../../nodes/Acumatica/transport/connect.ts';
import { compiledModule } from './compiledPackage.ts';

/** How requests are authenticated: by n8n from the credential, or by a cookie set by hand. */
export type CallerAuthentication = 'oAuth2' | 'session';

function describe(name: string): INodeTypeDescription {
	return {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: 'Reads the same record again and again',
		defaults: {},
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'acumaticaOAuth2Api' }, { name: 'acumaticaApi' }],
		properties: ['authentication', 'path', 'times', 'cookie'].map((property) => ({
			displayName: property,
			name: property,
			type: 'string',
			default: '',
		})),
	};
}

interface Calls {
	readonly authentication: CallerAuthentication;
	/** Below the instance URL. */
	readonly path: string;
	readonly times: number;
	/** What proves the session, where n8n does not authenticate. */
	readonly cookie: string;
}

function callsOf(caller: IExecuteFunctions): Calls {
	const read = (name: string) => String(caller.getNodeParameter(name, 0));
	return {
		authentication: read('authentication') === 'session' ? 'session' : 'oAuth2',
		path: read('path'),
		times: Number(read('times')),
		cookie: read('cookie'),
	};
}

/** Sends one after the other; the item that comes out holds the milliseconds of one, on average. */
async function timed(times: number, send: () => Promise<unknown>): Promise<INodeExecutionData[][]> {
	await send();
	const start = performance.now();
	for (let sent = 0; sent < times; sent += 1) await send();
	return [[{ json: { milliseconds: (performance.now() - start) / times } }]];
}

/** A node that sends with n8n's own helpers and nothing else. */
export class BareCaller implements INodeType {
	description = describe('bareCaller');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { authentication, path, times, cookie } = callsOf(this);
		const type = authentication === 'session' ? 'acumaticaApi' : 'acumaticaOAuth2Api';
		const { instanceUrl } = await this.getCredentials(type);
		const options: IHttpRequestOptions = { url: `${String(instanceUrl)}/${path}`, json: true };
		return await timed(times, async () =>
			authentication === 'session'
				? await this.helpers.httpRequest({ ...options, headers: { cookie } })
				: await this.helpers.httpRequestWithAuthentication.call(this, type, { ...options }),
		);
	}
}

const { connect } = compiledModule<typeof Connect>('nodes/Acumatica/transport/connect');

/** A node that sends through the request layer, as every operation does. */
export class LayerCaller implements INodeType {
	description = describe('layerCaller');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { authentication, path, times } = callsOf(this);
		const connection = await connect(this, {
			authentication,
			timeout: () => 60_000,
			maxTotalWait: 60_000,
		});
		try {
			const api = connection.openLane().api(0);
			return await timed(
				times,
				async () =>
					await api({ method: 'GET', path, expect: 'json', replay: 'safe' }, { doing: 'read' }),
			);
		} finally {
			await connection.close();
		}
	}
}
