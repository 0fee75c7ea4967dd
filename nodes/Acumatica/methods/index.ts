import { credentialTest } from './credentialTest';
import { loadFilterFields } from './loadFilterFields';
import { loadRecordParts } from './loadRecordParts';
import { mapActionParameters } from './mapActionParameters';
import { mapRecordFields } from './mapRecordFields';
import { searchActions } from './searchActions';
import { searchEndpoints } from './searchEndpoints';
import { searchEntities } from './searchEntities';
import { searchRecords } from './searchRecords';
import { searchTimestampedEntities } from './searchTimestampedEntities';

/** What the editor may ask the node for. */
export const methods = {
	credentialTest,
	listSearch: {
		searchActions,
		searchEndpoints,
		searchEntities,
		searchRecords,
		searchTimestampedEntities,
	},
	loadOptions: { loadFilterFields, ...loadRecordParts },
	resourceMapping: { mapActionParameters, mapRecordFields },
};
