import { delimiter, join } from 'node:path';

/** Modules of n8n that call its maker's servers, or that an integration test has no use for. */
const unwantedModules = [
	'mcp-registry',
	'insights',
	'agents',
	'agent-evals',
	'chat-hub',
	'instance-ai',
	'mcp',
	'quick-connect',
	'source-control',
	'log-streaming',
	'external-secrets',
];

/** Everything that would ask a server outside of this machine (facts n8n, section C). */
const silence = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_DISABLED_MODULES: unwantedModules.join(','),
};

export interface ServerPlace {
	/** Home folder of the server: its database, its packages, the files its nodes may read and write. */
	readonly folder: string;
	readonly port: number;
	/** Every n8n starts a task broker, whose usual port only one of them can have. */
	readonly brokerPort: number;
	/** The folder in whose `node_modules` n8n and its Node are. */
	readonly host: string;
}

/** The whole environment of a server of our own: nothing of the caller's but the search path. */
export function serverEnvironment(place: ServerPlace): Record<string, string> {
	const address = `http://127.0.0.1:${place.port}/`;
	return {
		...silence,
		PATH: [join(place.host, 'node_modules/.bin'), process.env.PATH ?? ''].join(delimiter),
		HOME: place.folder,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: place.folder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(place.port),
		N8N_RUNNERS_BROKER_PORT: String(place.brokerPort),
		N8N_EDITOR_BASE_URL: address,
		WEBHOOK_URL: address,
		// A plain http address gets no secure cookie.
		N8N_SECURE_COOKIE: 'false',
		N8N_ENCRYPTION_KEY: 'a key of a throw-away server',
		N8N_PYTHON_ENABLED: 'false',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
	};
}
