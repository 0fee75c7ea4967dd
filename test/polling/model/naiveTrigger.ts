import type { IDataObject, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';

/** Time as n8n's host has it. */
export interface HostClock {
	now(): number;
}

/**
 * How polling triggers are usually written: everything since the time of the last poll by n8n's own
 * clock, paged with `$skip`. For comparison only.
 */
export class NaiveTrigger implements INodeType {
	readonly #clock: HostClock;
	description: INodeTypeDescription = {
		displayName: 'Naive Trigger',
		name: 'naiveTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Polls as most triggers do',
		defaults: { name: 'Naive Trigger' },
		polling: true,
		inputs: [],
		outputs: ['main'],
		credentials: [{ name: 'acumaticaOAuth2Api', required: true }],
		properties: [],
	};
	poll: (
		this: IPollFunctions,
	) => Promise<ReturnType<IPollFunctions['helpers']['returnJsonArray']>[] | null>;

	constructor(clock: HostClock) {
		this.#clock = clock;
		const now = () => this.#clock.now();
		this.poll = async function () {
			const state = this.getWorkflowStaticData('node');
			const until = new Date(now()).toISOString();
			const since = typeof state.since === 'string' ? state.since : until;
			const records = await changedSince(this, since);
			state.since = until;
			return records.length === 0 ? null : [this.helpers.returnJsonArray(records)];
		};
	}
}

const pageSize = 5;

async function changedSince(caller: IPollFunctions, since: string): Promise<IDataObject[]> {
	const { instanceUrl } = await caller.getCredentials('acumaticaOAuth2Api');
	const records: IDataObject[] = [];
	for (;;) {
		const page = (await caller.helpers.httpRequestWithAuthentication.call(
			caller,
			'acumaticaOAuth2Api',
			{
				url: `${String(instanceUrl)}/entity/Default/24.200.001/SalesOrder`,
				qs: {
					$filter: `LastModified ge datetimeoffset'${since}'`,
					$top: pageSize,
					$skip: records.length,
				},
				json: true,
			},
		)) as Array<Record<string, { value?: unknown }>>;
		for (const { id, LastModified, Description } of page) {
			records.push({
				id: String(id),
				LastModified: String(LastModified?.value),
				Description: String(Description?.value),
			});
		}
		if (page.length < pageSize) return records;
	}
}
