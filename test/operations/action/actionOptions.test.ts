import { readActionOptions } from '../../../nodes/Acumatica/operations/action/actionOptions';
import { operationCall } from '../../support/operationCall.ts';

const read = (options?: object) =>
	readActionOptions(operationCall(options === undefined ? {} : { options }));

test('an action is waited for, ten minutes at most, and sent as Acumatica documents it', () => {
	const byDefault = {
		waitForCompletion: true,
		maxWaitSeconds: 600,
		returnRecord: false,
		actionUrlForm: 'entity',
	};
	expect(read()).toEqual(byDefault);
	expect(read({ maxWaitSeconds: 'long', actionUrlForm: 'other' })).toEqual(byDefault);
});

test('what people choose counts', () => {
	const chosen = {
		waitForCompletion: false,
		maxWaitSeconds: 5,
		returnRecord: true,
		actionUrlForm: 'record',
	};
	expect(read(chosen)).toEqual(chosen);
});
