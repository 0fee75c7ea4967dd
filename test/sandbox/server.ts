import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerControl } from './control.ts';
import {
	readExchange,
	segmentsInSite,
	targetOf,
	type RequestKind,
	type Target,
} from './exchange.ts';
import { receiveUpload } from './files/receiveUpload.ts';
import { hidesSession } from './faultReply.ts';
import { faultName } from './faults.ts';
import type { Instance } from './instance.ts';
import { licenseReply } from './licenseReply.ts';
import type { Reply } from './reply.ts';
import { findRoute } from './routes.ts';
import { cut, send } from './sendReply.ts';
import { answerVisit, replyTo, type Visit } from './visit.ts';

/** The HTTP side: reads a request, asks the license, has it answered, writes it into the ledger. */
export function createInstanceServer(instance: Instance): Server {
	const server = createServer((message, response) => {
		// What fails here is the connection: the client is gone.
		serve(instance, message, response).catch(() => response.destroy());
	});
	// Longer than clients keep an idle connection, so that none is closed just when it is used again.
	server.keepAliveTimeout = 65_000;
	return server;
}

async function serve(
	instance: Instance,
	message: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	let target: Target;
	try {
		target = targetOf(message);
	} catch (error) {
		return send(response, replyTo(error), instance.clock.now());
	}
	if (target.path === '/' || target.path.startsWith('/_sandbox/')) {
		const reply = await answerControl(instance, message, target);
		return send(response, reply, instance.clock.now());
	}
	await serveInstance(instance, message, response, target);
}

async function serveInstance(
	instance: Instance,
	message: IncomingMessage,
	response: ServerResponse,
	target: Target,
): Promise<void> {
	const { clock, ledger, settings } = instance;
	const segments = segmentsInSite(settings.site, target.path);
	const matched = segments === undefined ? undefined : findRoute(message.method ?? 'GET', segments);
	const kind = matched?.route.kind ?? 'other';
	const receive = kind === 'filePut' ? () => receiveUpload(instance, message) : undefined;
	// Read before it waits: what is here will be executed, even if the client gives up meanwhile.
	const exchange = await readExchange(message, target, segments ?? [], receive);
	const visit: Visit = {
		kind,
		matched,
		exchange,
		address: message.url ?? '/',
		gone: goneSignal(response),
		opened: [],
	};
	const startedAt = clock.now();
	const { reply, licenseDelay } = await answerWithinLicense(instance, visit, response);
	if (exchange.upload !== undefined) instance.files.discard(exchange.upload);
	const { session, fault } = visit;
	noteLostSessions(visit);
	ledger.answered({
		at: startedAt,
		method: exchange.method,
		path: target.path + queryText(kind, target),
		kind,
		status: reply.status,
		milliseconds: clock.now() - startedAt,
		licenseDelay: licenseDelay > 0 ? licenseDelay : undefined,
		session,
		fault: fault === undefined ? undefined : faultName(fault),
	});
	if (fault !== undefined && 'cut' in fault) cut(response, reply, fault.cut);
	else send(response, reply, clock.now());
}

/**
 * The answer, with how long the license kept it waiting. The request is over before the answer leaves:
 * whoever has it may ask the ledger at once, or send the next one.
 */
async function answerWithinLicense(
	instance: Instance,
	visit: Visit,
	response: ServerResponse,
): Promise<{ readonly reply: Reply; readonly licenseDelay: number }> {
	const { clock, ledger, license, settings } = instance;
	const end = ledger.started(visit.kind, clock.now(), license.use().isUsedUp);
	response.once('close', end);
	const { release, delay: licenseDelay } = await license.admit(visit.kind);
	try {
		const isDeclined = release === undefined;
		const reply = isDeclined ? licenseReply(settings) : await answerVisit(instance, visit);
		return { reply, licenseDelay };
	} finally {
		end();
		release?.();
	}
}

function goneSignal(response: ServerResponse): AbortSignal {
	const gone = new AbortController();
	if (response.destroyed) gone.abort();
	else response.once('close', () => gone.abort());
	return gone.signal;
}

/** A client that never gets the answer which opened a session cannot sign out of it. */
function noteLostSessions({ opened, fault, gone }: Visit): void {
	for (const session of opened) {
		const isHidden =
			fault !== undefined && hidesSession(fault, { isToken: session.hold !== 'cookies' });
		if (isHidden || gone.aborted) session.isDelivered = false;
	}
}

/** Queries of the sign-in addresses hold codes; those never get into the ledger. */
function queryText(kind: RequestKind, { query }: Target): string {
	const isPrivate = ['signIn', 'signOut', 'token', 'authorize'].includes(kind);
	if (isPrivate || query.size === 0) return '';
	return `?${[...query].map(([name, value]) => `${name}=${value}`).join('&')}`;
}
