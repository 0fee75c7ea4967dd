import type { INodeProperties } from 'n8n-workflow';

import { optionsProperty } from './options';
import { entityProperty } from './properties';

/** Parameters of the polling trigger. */

/** Only entities with a time of the last change can be watched; the list shows no others. */
export const watchedEntityProperty: INodeProperties = {
	...entityProperty,
	description: 'The kind of record to watch, such as SalesOrder, Customer or StockItem',
	modes: (entityProperty.modes ?? []).map((mode) =>
		mode.name === 'list'
			? {
					...mode,
					typeOptions: { searchListMethod: 'searchTimestampedEntities', searchable: true },
				}
			: mode,
	),
};

export const eventProperty: INodeProperties = {
	displayName: 'Event',
	name: 'event',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Created',
			value: 'created',
			description: 'A record was created: once for each record',
		},
		{
			name: 'Created or Updated',
			value: 'createdOrUpdated',
			description: 'A record was created or changed: its latest state, once for each poll',
		},
		{
			name: 'Updated',
			value: 'updated',
			description: 'A record was changed after it had been created',
		},
	],
	default: 'createdOrUpdated',
	description:
		'What to watch for. Created and Updated need an entity that keeps the time of its creation, as orders and items do.',
};

export const triggerNotice: INodeProperties = {
	displayName:
		'Deleted records cannot be seen this way, and a change in a detail row counts only if Acumatica notes it at the record. The trigger asks in the interval above. A poll without a change is one request of your license; without OAuth2 a sign-in and a sign-out come with it.',
	name: 'triggerNotice',
	type: 'notice',
	default: '',
};

const own: readonly INodeProperties[] = [
	{
		displayName: 'Include Event',
		name: 'includeEvent',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the field _event to each item: its type (created or updated) and the time of the change',
	},
	{
		displayName: 'Max Records per Poll',
		name: 'maxRecordsPerPoll',
		type: 'number',
		default: 10000,
		typeOptions: { minValue: 1 },
		description:
			'How many records one poll hands on at most. The rest follows with the next polls, oldest first.',
	},
	{
		displayName: 'Overlap (Seconds)',
		name: 'overlapSeconds',
		type: 'number',
		default: 120,
		typeOptions: { minValue: 0, maxValue: 86400 },
		description:
			'How long a change may take to become visible after the time that Acumatica gives it. Each poll looks back that far; nothing comes twice for it.',
	},
	{
		displayName: 'Repeat After Restart',
		name: 'repeatAfterRestart',
		type: 'boolean',
		default: false,
		description:
			'Whether to hand on the last batch once more after n8n was restarted. Without durable poll cursors n8n may lose the batch that it is starting when it is killed; with this option nothing gets lost, but the last batch may come twice.',
	},
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'dateTime',
		default: '',
		description:
			'Time from which on changes count, to catch up on earlier ones. By default the time of the first activation. Later activations go on where the last one ended.',
	},
	{
		displayName: 'Timestamp Field',
		name: 'timestampField',
		type: 'string',
		default: '',
		placeholder: 'e.g. LastModifiedDateTime',
		description:
			'Field with the time of the last change. By default the one that the entity has: LastModifiedDateTime, LastModified or LastModifiedDate.',
	},
];

/** The options of the trigger: its own, and those that it shares with the node. */
export const triggerOptionsProperty: INodeProperties = optionsProperty(
	'custom',
	'expand',
	'select',
	...own,
);
