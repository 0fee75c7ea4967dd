import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { installed } from '../support/acumaticaPackage.ts';
import { credentialFor, credentialTypes, type Authentication } from '../support/acumaticaRun.ts';
import { runWorkflow, type WorkflowFile, type WorkflowOutcome } from '../support/engine.ts';

/** Runs a file of `workflows` in n8n's engine against a sandbox, signed in the given way in every node. */
export async function runWorkflowFile(
	sandbox: Sandbox,
	name: string,
	authentication: Authentication,
	items: readonly INodeExecutionData[],
): Promise<WorkflowOutcome> {
	return await runWorkflow(workflow(name, authentication), {
		installed,
		credentials: {
			[credentialTypes[authentication]]: await credentialFor({ sandbox }, authentication),
		},
		items,
	});
}

/** The workflow file as a user has it who picked this authentication in every node. */
function workflow(name: string, authentication: Authentication): WorkflowFile {
	const text = readFileSync(join(__dirname, 'workflows', `${name}.workflow.json`), 'utf8');
	const file = JSON.parse(text) as WorkflowFile;
	const type = credentialTypes[authentication];
	return {
		...file,
		nodes: file.nodes.map((node) =>
			node.credentials === undefined
				? node
				: {
						...node,
						credentials: { [type]: { id: '1', name: type } },
						parameters: { ...node.parameters, authentication },
					},
		),
	};
}
