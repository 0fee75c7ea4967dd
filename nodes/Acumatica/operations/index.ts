import type { Resources } from './operation';
import { action } from './action';
import { file } from './file';
import { record } from './record';

/** All that the node can do: resource -> operation. The editor's lists and the dispatch come from here. */
export const resources: Resources = { record, action, file };
