import { isMissing } from '../../../nodes/Acumatica/operations/record/missing';

const answer = (status: number, body: unknown) =>
	({ kind: 'answer', status, headers: {}, text: JSON.stringify(body), phase: 'request' }) as const;

const page = '<html><head><title>404 - File or directory not found.</title></head></html>';

const noEntity = {
	message: 'An error has occurred.',
	exceptionMessage: 'No entity satisfies the condition.',
	exceptionType: 'PX.Api.ContractBased.NoEntitySatisfiesTheConditionException',
};

test.each([
	['the exception with 500', 500, noEntity, true],
	['404', 404, {}, true],
	['another exception', 500, { exceptionMessage: 'Something else' }, false],
	['a record that speaks of it', 200, { Description: { value: noEntity.exceptionMessage } }, false],
	['a refusal', 403, {}, false],
])('%s', (_what, status, body, missing) => {
	expect(isMissing(answer(status, body))).toBe(missing);
});

test('a page with 404, as of a site that restarts, says nothing of a record', () => {
	expect(isMissing({ ...answer(404, {}), text: page })).toBe(false);
});
