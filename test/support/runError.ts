/** What a user sees of an error, and what an error workflow can read. */
export interface RunError {
	readonly name: string;
	readonly message: string;
	readonly description?: string;
	readonly httpCode?: string;
	readonly itemIndex?: number;
	/** The error itself, for what is not listed here. */
	readonly original: Error;
}

/** Reads the fields of n8n's own error classes, which differ from class to class. */
export function runError(error: unknown): RunError {
	const original = error instanceof Error ? error : Object.assign(new Error(), error);
	const field = (name: string): unknown => Reflect.get(Object(error), name);
	const context: unknown = field('context');
	const itemIndex: unknown = Reflect.get(Object(context), 'itemIndex');
	return {
		name: original.name,
		message: original.message,
		...onlyText('description', field('description')),
		...onlyText('httpCode', field('httpCode')),
		...(typeof itemIndex === 'number' && { itemIndex }),
		original,
	};
}

function onlyText<Name extends string>(name: Name, value: unknown) {
	return typeof value === 'string' ? { [name]: value } : {};
}
