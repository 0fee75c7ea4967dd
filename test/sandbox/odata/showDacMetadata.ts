import { parameter, type SessionCall } from '../call.ts';
import { httpError, page, Refusal, type Reply } from '../reply.ts';
import { findTenant } from '../signIn/organization.ts';
import { dacMetadata } from './dacMetadata.ts';

/**
 * `GET /t/{tenant}/api/odata/dac/$metadata`, from 2024 R2 on.
 *
 * @throws Refusal 404 where the instance has no such interface (switch `dacOData`) or no such tenant, 401
 * for a session of another tenant
 */
export function showDacMetadata(call: SessionCall): Reply {
	const { dacOData } = call.instance.settings;
	const tenant = findTenant(parameter(call, 'tenant'));
	if (dacOData === 'missing' || tenant === undefined) {
		throw new Refusal(page(404, '404 - File or directory not found.'));
	}
	if (call.session.tenant !== tenant) {
		throw new Refusal(httpError(401, 'You are not logged in.'));
	}
	return {
		status: 200,
		headers: { 'Content-Type': 'application/xml', 'OData-Version': '4.0' },
		body: dacMetadata({ hasLengths: dacOData === 'available' }),
	};
}
