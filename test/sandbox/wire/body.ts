import { modelState, Refusal } from '../reply.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Parses a body.
 *
 * @throws Refusal 400 for an empty body, broken JSON, or anything but an object
 */
export function parseBody(body: Buffer): JsonObject {
	const text = body.toString('utf8');
	if (text.trim() === '') throw malformed({ '': ['The request body should not be empty.'] });
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw malformed({ entity: [`The body is not valid JSON: ${reason}`] });
	}
	if (isObject(parsed)) return parsed;
	throw malformed({ entity: ['The body must hold one JSON object.'] });
}

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** 400 with what is wrong, by place. */
export function malformed(complaints: Readonly<Record<string, readonly string[]>>): Refusal {
	return new Refusal(modelState(complaints));
}
