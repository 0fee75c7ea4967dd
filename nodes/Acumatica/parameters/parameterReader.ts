import { NodeOperationError, type INode } from 'n8n-workflow';
import { z } from 'zod';

import { parseJson } from '../contract/json';
import { parseNames } from '../contract/query';

/**
 * Reads the parameters of one item. Values come from people, expressions and AI agents: each is
 * parsed, and an error names the parameter as the editor labels it.
 */
export interface ParameterReader {
	/**
	 * @param label the parameter's name in the editor, for messages
	 * @throws NodeOperationError when the value is not of the given shape
	 */
	read<Shape extends z.ZodTypeAny>(name: string, label: string, shape: Shape): z.output<Shape>;
}

/** Whoever has parameters: a running node, or a poll, which has no items. */
export interface ParameterSource {
	getNode(): INode;
	/** Null as fallback: the platform raises an error of its own where there is neither. */
	getNodeParameter(name: string, itemIndex: number, fallback: null): unknown;
}

/** @param caller the running node; only its parameters are read */
export function parameterReader(caller: ParameterSource, itemIndex: number): ParameterReader {
	return {
		read(name, label, shape) {
			const value = caller.getNodeParameter(name, itemIndex, null) ?? undefined;
			const parsed = shape.safeParse(value);
			if (parsed.success) return parsed.data;
			const issue = parsed.error.issues[0];
			const where =
				issue === undefined || issue.path.length === 0 ? '' : ` (${issue.path.join('.')})`;
			throw new NodeOperationError(
				caller.getNode(),
				`The parameter "${label}"${where} cannot be used: ${issue?.message ?? 'unknown value'}`,
				{ itemIndex, description: 'Correct the parameter. Nothing was sent for this item.' },
			);
		},
	};
}

/** A resource locator as the editor stores it, or a bare text as an expression or agent gives it. */
export const locator = z
	.union([
		z.object({ mode: z.string().catch(''), value: z.union([z.string(), z.number()]).nullish() }),
		z.union([z.string(), z.number()]).transform((value) => ({ mode: '', value })),
	])
	.optional()
	.transform((found) => ({ mode: found?.mode ?? '', value: String(found?.value ?? '').trim() }));

/** A list of names: comma-separated text, or a list. */
export const names = z
	.union([z.array(z.string()), z.string()])
	.transform((entered) => parseNames(entered));

/** As `names`; none where nothing is entered. */
export const namesOrNone = names.nullish().transform((value) => value ?? []);

/** A number of things, at least one. */
export const wholeNumber = z.coerce
	.number({ message: 'enter a whole number' })
	.int('enter a whole number')
	.min(1, 'enter 1 or more');

/** JSON as text, parsed without losing digits, or the object that an expression yields; `{}` where empty. */
export const jsonValue = z.unknown().transform((value, context): unknown => {
	if (value === undefined || value === '') return {};
	if (typeof value !== 'string') return value;
	try {
		return parseJson(value);
	} catch (error) {
		const message = error instanceof Error ? error.message : 'it cannot be read';
		context.addIssue({ code: 'custom', message: `it is not valid JSON: ${message}` });
		return z.NEVER;
	}
});

/** A switch: also as the text that an expression or an agent gives, of which "false" must not pass for true. */
export const yesOrNo = (otherwise: boolean) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? readSwitch(value) : value),
		z
			.boolean({ message: 'enter true or false' })
			.nullish()
			.transform((value) => value ?? otherwise),
	);

/** Any other text stays as it is, to be refused. */
function readSwitch(text: string): unknown {
	const word = text.trim().toLowerCase();
	if (word === '') return undefined;
	return word === 'true' || word === 'false' ? word === 'true' : text;
}
