import { jsonOf } from './json';
import { isRecord, type PlainRecord } from './scalar';
import { looksLikeWebPage, pageTitle } from './webPage';

/** What the ERP says of one field: `Details[2].InventoryID`, in its own words. */
export interface FieldFault {
	readonly path: string;
	readonly message: string;
}

/** An error answer, reduced to what a person needs. Stack traces are left behind here. */
export interface Fault {
	/** The most telling sentence of the answer; empty where it has none. */
	readonly message: string;
	readonly fields: readonly FieldFault[];
	/** Of an OAuth error its code, where a description stands beside it. */
	readonly exceptionType?: string;
	/** True where the answer is a web page: the contract-based API never sends one. */
	readonly isWebPage: boolean;
}

const longestText = 600;

/**
 * Reads the body of an error answer in all the shapes that are known: HttpError (camelCase, and
 * PascalCase of older builds) with inner exceptions, model state, the echo of an entity with `error`
 * beside the fields at any depth, OAuth errors, plain text, and web pages.
 *
 * @param text the body as it came
 */
export function readFault(text: string): Fault {
	const trimmed = text.trim();
	if (looksLikeWebPage(trimmed)) {
		return { message: shorten(pageTitle(trimmed)), fields: [], isWebPage: true };
	}
	const parsed = jsonOf(trimmed);
	const body: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
	if (!isRecord(body)) {
		return {
			message: shorten(typeof body === 'string' ? body : trimmed),
			fields: [],
			isWebPage: false,
		};
	}
	const exceptionType = textOf(body, 'exceptionType') ?? oAuthError(body);
	return {
		message: shorten(mainMessage(body)),
		fields: [...modelState(body), ...entityErrors(body)],
		...(exceptionType !== undefined && { exceptionType }),
		isWebPage: false,
	};
}

/** The innermost exception tells the cause; `message` is only "An error has occurred." */
function mainMessage(body: PlainRecord): string {
	const inner = get(body, 'innerException');
	if (isRecord(inner)) {
		const innermost = mainMessage(inner);
		const outer = textOf(body, 'exceptionMessage');
		if (innermost !== '') {
			return outer !== undefined && outer !== innermost && !isGeneric(outer)
				? `${outer} ${innermost}`
				: innermost;
		}
	}
	return (
		textOf(body, 'exceptionMessage') ??
		textOf(body, 'error_description') ??
		textOf(body, 'error') ??
		textOf(body, 'message') ??
		textOf(body, 'messageDetail') ??
		''
	);
}

/** `invalid_grant` says more to a program than the description, which differs from build to build. */
function oAuthError(body: PlainRecord): string | undefined {
	return textOf(body, 'error_description') === undefined ? undefined : textOf(body, 'error');
}

function isGeneric(text: string): boolean {
	return /^an error has occurred\.?$/i.test(text.trim());
}

function modelState(body: PlainRecord): FieldFault[] {
	const state = get(body, 'modelState');
	if (!isRecord(state)) return [];
	return Object.entries(state).flatMap(([path, messages]) =>
		(Array.isArray(messages) ? messages : [messages])
			.filter((message): message is string => typeof message === 'string')
			.map((message) => ({
				path: path.replace(/^entity(?:\.|$)/i, ''),
				message: shorten(message),
			})),
	);
}

/** Every `error` below the top of an entity echo, with the path to it. */
function entityErrors(body: PlainRecord): FieldFault[] {
	const found: FieldFault[] = [];
	const visit = (value: unknown, path: string, depth: number): void => {
		if (depth > 12) return;
		if (Array.isArray(value)) {
			value.forEach((row, index) => visit(row, `${path}[${index}]`, depth + 1));
			return;
		}
		if (!isRecord(value)) return;
		if (path !== '' && typeof value.error === 'string' && value.error !== '') {
			found.push({ path, message: shorten(value.error) });
		}
		for (const [field, inner] of Object.entries(value)) {
			if (typeof inner !== 'object' || /^(?:innerException|modelState|_links)$/i.test(field))
				continue;
			visit(inner, path === '' ? field : `${path}.${field}`, depth + 1);
		}
	};
	visit(body, '', 0);
	return found;
}

function get(body: PlainRecord, name: string): unknown {
	return body[name] ?? body[name.charAt(0).toUpperCase() + name.slice(1)];
}

function textOf(body: PlainRecord, name: string): string | undefined {
	const value = get(body, name);
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Where a stack trace begins: a frame (`at Name.Space.Method(`), or the field, in JSON that broke off. */
const stackTrace =
	/(?:(?:^|[\r\n]|\\[rn])\s*\p{L}{1,4} [\w.<>`+[\],]+\.[\w<>`[\]]+\(|,?\s*"stackTrace").*$/isu;

function shorten(text: string): string {
	const oneLine = text
		.slice(0, 10 * longestText)
		.replace(stackTrace, '')
		.replace(/\s*[\r\n]+\s*/g, ' ')
		.trim();
	return oneLine.length > longestText ? `${oneLine.slice(0, longestText)}…` : oneLine;
}
