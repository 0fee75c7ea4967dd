import {
	eventProperty,
	triggerOptionsProperty,
	watchedEntityProperty,
} from '../../nodes/Acumatica/parameters/trigger';
import { events } from '../../nodes/Acumatica/polling/settings';

test('offers every event that a poll can tell', () =>
	expect(
		eventProperty.options?.map((option) => ('value' in option ? option.value : '')).sort(),
	).toEqual([...events].sort()));

test('lists only the entities that can be watched', () =>
	expect(watchedEntityProperty.modes?.[0]?.typeOptions?.searchListMethod).toBe(
		'searchTimestampedEntities',
	));

test('has the options that workflows are saved with', () =>
	expect([...new Set(triggerOptionsProperty.options?.map(({ name }) => name))].sort()).toEqual([
		'custom',
		'expand',
		'includeEvent',
		'maxRecordsPerPoll',
		'overlapSeconds',
		'repeatAfterRestart',
		'select',
		'startFrom',
		'timestampField',
	]));
