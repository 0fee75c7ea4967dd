import { resources } from '../../nodes/Acumatica/operations';
import { entityProperty, recordKeyProperty } from '../../nodes/Acumatica/parameters/properties';

const operations = resources.record?.operations ?? {};
const namesOf = (operation: string) =>
	operations[operation]?.properties.flatMap(({ name, options }) => [
		name,
		...(name === 'options' ? (options ?? []).map((option) => `options.${option.name}`) : []),
	]);

const common = ['options.maxTotalWaitSeconds', 'options.parallelRequests', 'options.timeout'];
const lengths = ['options.checkFieldLengths'];
/** There twice as well: lists, and the text of older nodes. */
const shape = ['options.custom', 'options.expand', 'options.select'].flatMap((name) => [
	name,
	name,
]);
const context = ['options.branch', 'options.businessDate'];
const conflict = ['options.onlyIfUnchangedSince'];
const check = ['options.checkBeforeFirstAttempt', 'options.duplicateCheckField'];
/** Input Mode is there twice: its default differs between versions of the node. */
const input = ['inputMode', 'inputMode', 'recordJson', 'fieldsNotice', 'recordFields'];

test.each([
	[
		'create',
		[
			...['entity', ...input, 'simplify', 'options', ...context],
			...[...check, ...lengths, ...shape, ...common],
		],
	],
	[
		'upsert',
		[
			...['entity', 'upsertNotice', ...input, 'simplify', 'options'],
			...[...context, ...check, ...lengths, ...conflict, ...shape, ...common],
		],
	],
	[
		'update',
		[
			...['entity', 'recordKey', ...input, 'simplify', 'options'],
			...[...context, ...lengths, ...conflict, ...shape, ...common],
		],
	],
	[
		'get',
		[
			...['entity', 'recordKey', 'simplify', 'options'],
			...['options.branch', 'options.cacheSeconds', ...shape, ...common],
		],
	],
	[
		'getAll',
		[
			...['entity', 'returnAll', 'limit', 'simplify', 'options'],
			...['filterType', 'matchType', 'filters', 'filterString'],
			...['options.branch', 'options.cacheSeconds', 'options.pageSize', ...shape, ...common],
		],
	],
	['delete', ['entity', 'recordKey', 'options', ...context, ...conflict, ...common]],
])('%s has the parameters of the design', (operation, names) => {
	expect(new Set(namesOf(operation))).toEqual(new Set(names));
	expect(namesOf(operation)).toHaveLength(names.length);
});

test.each([
	[entityProperty, ['list', 'name']],
	[recordKeyProperty, ['list', 'keys', 'id']],
])('$name can be picked or typed', ({ type, modes }, expected) => {
	expect(type).toBe('resourceLocator');
	expect(modes?.map(({ name }) => name)).toEqual(expected);
	expect(modes?.[0]?.typeOptions?.searchable).toBe(true);
});
