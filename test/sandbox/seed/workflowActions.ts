import type { WorkflowActions } from '../contract/adHocSchema.ts';

/**
 * Actions that the workflows of this tenant's forms have beyond the contract, by entity of Default.
 */
export const workflowActions: Readonly<Record<string, WorkflowActions>> = {
	Opportunity: {
		Abandon: { FilterPreview: { Reason: 'CustomStringField' } },
	},
	SalesOrder: {
		AskForReview: { FilterPreview: { Reason: 'CustomStringField', Urgent: 'CustomBooleanField' } },
	},
};
