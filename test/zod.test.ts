jest.mock('zod', () => jest.requireActual('zod/v4'));

import { readAdHocSchema } from '../nodes/Acumatica/contract/adHocSchema';
import { readSchema } from '../nodes/Acumatica/contract/document';
import { parseEndpoints } from '../nodes/Acumatica/contract/endpoint';
import { readRecordOptions } from '../nodes/Acumatica/operations/recordOptions';
import { readAccount } from '../nodes/Acumatica/transport/account';
import { failureOf } from '../nodes/Acumatica/transport/failure';
import { operationCall } from './support/operationCall.ts';

/** axios hands out headers as an object of its own class. */
class Headers {
	readonly 'set-cookie' = ['a=1'];
}

/** The host decides which zod there is: today 3.25. What differs in zod 4 must not be relied on. */
describe('with zod 4 in the place of zod 3', () => {
	test('documents and lists of the instance are read', () => {
		expect([...(readSchema({ paths: { '/Customer': {} } })?.entities.keys() ?? [])]).toEqual([
			'Customer',
		]);
		expect(parseEndpoints([{ name: 'Default', version: 6 }])).toEqual([
			{ name: 'Default', version: '6' },
		]);
	});

	test('custom fields and actions of the form are read', () => {
		const custom = { View: { F: { type: 'CustomIntField' }, Broken: 7 }, Bad: null };
		const read = readAdHocSchema({
			Details: [{ custom }],
			_workflowActions: [{ Open: { parameters: { custom } } }, { Close: 7 }, 'x'],
		});
		const fields = [{ view: 'View', name: 'F', type: 'CustomIntField' }];
		expect(read?.customFields.fields).toEqual([]);
		expect(read?.customFields.within('Details')?.fields).toEqual(fields);
		expect([...(read?.workflowActions ?? [])]).toEqual([
			['Open', fields],
			['Close', []],
		]);
		expect(readAdHocSchema([])).toBeUndefined();
	});

	test('an option that is not there has its default', () => {
		expect(readRecordOptions(operationCall({}))).toEqual(
			readRecordOptions(operationCall({ options: {} })),
		);
		expect(readRecordOptions(operationCall({})).checkBeforeFirstAttempt).toBe(false);
	});

	test('the tokens of a credential are known as secrets', () => {
		const credential = {
			instanceUrl: 'https://a.example',
			oauthTokenData: { access_token: 'abcd' },
		};
		expect(readAccount('oAuth2', credential).secrets).toEqual(['abcd']);
	});

	test('an answer keeps its headers', () => {
		const response = { status: 401, headers: new Headers(), data: '' };
		expect(failureOf(Object.assign(new Error('no'), { response }))).toMatchObject({
			headers: { 'set-cookie': ['a=1'] },
		});
	});
});
