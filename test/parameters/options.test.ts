import { commonOptions, optionsProperty } from '../../nodes/Acumatica/parameters/options';

test('the collection has the options that were named, by label', () => {
	const { name, type, options } = optionsProperty('timeout', 'branch', 'pageSize');
	expect({ name, type }).toEqual({ name: 'options', type: 'collection' });
	expect(options?.map((option) => option.name)).toEqual(['branch', 'pageSize', 'timeout']);
});

test('every operation that sends requests can bound them', () => {
	expect(optionsProperty(...commonOptions).options?.map((option) => option.name)).toEqual([
		'maxTotalWaitSeconds',
		'parallelRequests',
		'timeout',
	]);
});
