import { Refusal } from '../reply.ts';
import { isObject, parseBody } from './body.ts';

function complaints(text: string): unknown {
	try {
		return parseBody(Buffer.from(text));
	} catch (error) {
		if (error instanceof Refusal) return JSON.parse(String(error.reply.body));
		throw error;
	}
}

describe('a body', () => {
	it('is one JSON object', () => {
		expect(parseBody(Buffer.from('{"a":1}'))).toEqual({ a: 1 });
	});

	it.each(['', '  \n'])('%p is empty, in the recorded words', (text) => {
		expect(complaints(text)).toEqual({
			message: 'The request is invalid.',
			modelState: { '': ['The request body should not be empty.'] },
		});
	});

	it.each(['{"a":', '[{"a":1}]', '"text"', 'null'])('%p is refused', (text) => {
		expect(complaints(text)).toMatchObject({ modelState: { entity: [expect.any(String)] } });
	});

	it('knows an object from a list and from nothing', () => {
		expect([{}, [], null, 'x'].map(isObject)).toEqual([true, false, false, false]);
	});
});
