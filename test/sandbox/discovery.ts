import { contractOf, parameter, type Call, type SessionCall } from './call.ts';
import { adHocSchema } from './contract/adHocSchema.ts';
import { endpoints } from './contract/load.ts';
import { openApiDocument } from './contract/openApi.ts';
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

/** `GET {base}swagger.json`: the OpenAPI document, also without credentials. */
export function showOpenApi(call: Call): Reply {
	const contract = contractOf(call);
	const { name, version } = contract.endpoint;
	const { origin, sitePath } = call.instance;
	const serverUrl = `${origin()}${sitePath}/entity/${name}/${version}`;
	return json(200, openApiDocument(contract, { serverUrl }));
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
