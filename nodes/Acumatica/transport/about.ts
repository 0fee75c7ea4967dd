import type { Endpoint } from '../contract/endpoint';

/** What a request is for, in the user's words; messages are made of it. */
export interface About {
	/** As in "could not …": `read`, `create`, `sign in`. */
	readonly doing: string;
	readonly entity?: string;
	/** Keys or ID, as the user gave them. */
	readonly record?: string;
	readonly endpoint?: Endpoint;
	/** Name of the action, where one is run. */
	readonly action?: string;
	/** Whether that action was started before; how it ended is what is asked for. */
	readonly started?: boolean;
	/** Labels of the filled parameters whose text the ERP itself reads: `Filter String`, `Select`. */
	readonly reads?: readonly string[];
	/** Whether a field was named by which to find out what became of a write. */
	readonly checked?: boolean;
	/** Whether it is a poll's, which asks again by itself. */
	readonly polls?: boolean;
	/** Whether it may have changed data when nobody heard the end of it. */
	readonly writes?: boolean;
	/** Characters of the query string that was sent. */
	readonly queryLength?: number;
}

/** `SalesOrder "SO/000042"`, `Customer`, or `Acumatica` where it is about no record. */
export function subject(about: About): string {
	if (about.entity === undefined) return 'Acumatica';
	return about.record === undefined || about.record === ''
		? about.entity
		: `${about.entity} "${about.record}"`;
}
