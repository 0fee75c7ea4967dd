import { parameter, type SessionCall } from '../call.ts';
import { exception, httpError, Refusal, type Reply } from '../reply.ts';
import type { KeptFile } from './fileStore.ts';

/**
 * `GET files/{id}`: the bytes of the latest version.
 *
 * @throws Refusal as the switch `missingFile` says
 */
export function getFile(call: SessionCall): Reply {
	const { instance, session } = call;
	const { files, settings } = instance;
	const file = files.find(session.tenant, parameter(call, 'id'));
	if (file === undefined) throw missing(call);
	if (file.content === undefined) {
		throw new Refusal(httpError(500, 'The sandbox had no room for the bytes of this file.'));
	}
	const { size, open } = file.content;
	const isChunked = settings.downloadLength === 'chunked';
	return {
		status: 200,
		headers: { 'Content-Type': 'application/octet-stream', ...disposition(call, file) },
		body: { size, open, isChunked },
	};
}

function disposition({ instance }: SessionCall, { name }: KeptFile): Reply['headers'] {
	if (instance.settings.contentDisposition === 'none') return {};
	const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
	const encoded = encodeURIComponent(name).replace(/['()*]/g, percent);
	return {
		'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
	};
}

function percent(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function missing({ instance }: SessionCall): Refusal {
	const text = 'The file cannot be found in the system.';
	if (instance.settings.missingFile === 'notFound') return new Refusal(httpError(404, text));
	return new Refusal(
		exception(500, { exceptionMessage: text, exceptionType: 'PX.Data.PXException' }),
	);
}
