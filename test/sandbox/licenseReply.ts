import type { Settings } from './options.ts';
import { json, type Reply } from './reply.ts';

/** What a declined request is told: status 429, in one of the shapes that were seen. */
export function licenseReply({
	licenseAnswer,
	licenseRetryAfter,
}: Pick<Settings, 'licenseAnswer' | 'licenseRetryAfter'>): Reply {
	const retry: Record<string, string> =
		licenseRetryAfter === undefined ? {} : { 'Retry-After': String(licenseRetryAfter) };
	switch (licenseAnswer) {
		case 'empty':
			return { status: 429, headers: retry, body: '' };
		case 'json': {
			const reply = json(429, { message: 'The number of API requests exceeds the license.' });
			return { ...reply, headers: { ...reply.headers, ...retry } };
		}
		case 'text':
			return {
				status: 429,
				headers: { 'Content-Type': 'text/plain', ...retry },
				body: 'The custom error module does not recognize this error.',
			};
	}
}
