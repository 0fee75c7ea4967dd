import type { Resources } from './operation';
import { record } from './record';

/** All that the node can do: resource -> operation. The editor's lists and the dispatch come from here. */
export const resources: Resources = { record };
