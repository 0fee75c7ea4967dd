import { randomUUID } from 'node:crypto';
import { parameter, type SessionCall } from '../call.ts';
import { exception, httpError, noContent, Refusal, type Reply } from '../reply.ts';
import type { StatusLocation } from './longActions.ts';

type Placed = Pick<SessionCall, 'instance' | 'parameters'>;

/**
 * `GET {Entity}/{Action}/status/{id}`: 202 while the operation runs, 204 when it is done, its error when
 * it failed.
 *
 * @throws Refusal as the switch `unknownStatus` says, also for an operation of another session
 */
export function showStatus(call: SessionCall): Reply {
	const { instance, session } = call;
	const operation = instance.operations.find(parameter(call, 'id'), session.number);
	const name = `${parameter(call, 'entity')}/${parameter(call, 'action')}`;
	if (operation === undefined || operation.name !== name) throw unknownStatus(call);
	if (operation.isRunning) return { status: 202, headers: {}, body: '' };
	return operation.failure ?? noContent();
}

/** 202 for an operation that was started. */
export function accepted(call: Placed, id: string, location: StatusLocation): Reply {
	const address = statusAddress(call, id, location);
	return { status: 202, headers: address === undefined ? {} : { Location: address }, body: '' };
}

/** 204 for an action that is done, with the Location that the switch `doneLocation` says. */
export function done(call: Placed, recordId: string): Reply {
	const { settings, sitePath } = call.instance;
	switch (settings.doneLocation) {
		case 'none':
			return noContent();
		case 'record':
			return noContent({ Location: `${sitePath}${entityPath(call)}/${recordId}` });
		case 'dangling':
			return noContent({ Location: `${sitePath}${statusPath(call, randomUUID())}` });
	}
}

function statusAddress(call: Placed, id: string, location: StatusLocation): string | undefined {
	const { origin, sitePath } = call.instance;
	const path = statusPath(call, id);
	if (typeof location === 'object') return `${location.origin}${sitePath}${path}`;
	switch (location) {
		case 'relative':
			return `${sitePath}${path}`;
		case 'absolute':
			return `${origin()}${sitePath}${path}`;
		case 'window':
			return `${sitePath}/(W(10005))${path}`;
		case 'missing':
			return undefined;
	}
}

function statusPath(call: Placed, id: string): string {
	return `${entityPath(call)}/${parameter(call, 'action')}/status/${id}`;
}

function entityPath(call: Placed): string {
	const [endpoint, version, entity] = ['endpoint', 'version', 'entity'].map((name) =>
		encodeURIComponent(parameter(call, name)),
	);
	return `/entity/${endpoint}/${version}/${entity}`;
}

function unknownStatus({ instance }: Placed): Refusal {
	const text = 'There is no such operation in this session.';
	if (instance.settings.unknownStatus === 'notFound') return new Refusal(httpError(404, text));
	return new Refusal(
		exception(500, { exceptionMessage: text, exceptionType: 'PX.Data.PXException' }),
	);
}
