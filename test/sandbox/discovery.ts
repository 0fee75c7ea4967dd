import { contractOf, parameter, type Call, type SessionCall } from './call.ts';
import { adHocSchema } from './contract/adHocSchema.ts';
import { endpoints } from './contract/load.ts';
import { openApiDocument } from './contract/openApi.ts';
import { swagger2Document } from './contract/swagger2.ts';
import { entityOf } from './records/entity.ts';
import { httpError, json, Refusal, type Reply } from './reply.ts';
import { customFields, workflowActions } from './seed.ts';
import { signedInSession } from './signIn/identify.ts';

const build = '25.201.0213';

/**
 * `GET {instance}/entity`: the version, and the endpoints that the caller may see. Custom endpoints
 * belong to a tenant: without credentials only the built-in ones are listed.
 */
export function listEndpoints({ instance, exchange }: Call): Reply {
	const isSignedIn = signedInSession(instance, exchange) !== undefined;
	return json(200, {
		version: { acumaticaBuildVersion: build, databaseVersion: build },
		endpoints: endpoints()
			.filter(({ name }) => isSignedIn || name === 'Default')
			.map(({ name, version }) => ({
				name,
				version,
				href: `${instance.sitePath}/entity/${name}/${version}/`,
			})),
	});
}

/** `GET {base}`: not documented; the entities with their addresses, or 404 (switch `endpointRoot`). */
export function listEntities(call: SessionCall): Reply {
	const contract = contractOf(call);
	if (call.instance.settings.endpointRoot === 'notFound') {
		throw new Refusal(httpError(404, 'No HTTP resource was found that matches the request URI.'));
	}
	const { name, version } = contract.endpoint;
	const base = `${call.instance.sitePath}/entity/${name}/${version}`;
	const names = Object.keys(contract.entities).sort();
	return json(
		200,
		names.map((entity) => ({ name: entity, href: `${base}/${entity}` })),
	);
}

/** Endpoints of releases that exported Swagger 2.0; OpenAPI 3.0 came with 2024 R2. */
const describedInSwagger2: ReadonlySet<string> = new Set([
	'Default/20.200.001',
	'Default/23.200.001',
]);

/** `GET {base}swagger.json`: the description of the endpoint, also without credentials. */
export function showDocument(call: Call): Reply {
	const contract = contractOf(call);
	const { name, version } = contract.endpoint;
	const { origin, sitePath } = call.instance;
	const serverUrl = `${origin()}${sitePath}/entity/${name}/${version}`;
	const isOld = describedInSwagger2.has(`${name}/${version}`);
	const document = isOld ? swagger2Document : openApiDocument;
	return json(200, document(contract, { serverUrl }));
}

/** `GET {Entity}/$adHocSchema`: the entity's skeleton with its custom fields. */
export function showAdHocSchema(call: SessionCall): Reply {
	const contract = contractOf(call);
	const entity = entityOf(contract, parameter(call, 'entity'));
	const { instance, session } = call;
	instance.operations.refuseWhileBusy(session.number, entity.storedAs);
	const fields = customFields[entity.storedAs] ?? {};
	return json(200, adHocSchema(contract, entity.name, fields, workflowActions[entity.storedAs]));
}
