/**
 * n8n's engine for tests and benchmarks: nodes, whole workflow files, the editor's methods and
 * credential tests run in n8n-core as the server runs them, without a server. Works in jest and in
 * plain Node 24.
 */
export { type CredentialData, CredentialStore } from './credentialStore.ts';
export { testCredential } from './credentialTest.ts';
export { callMethod } from './editorMethod.ts';
export type { InstalledPackage } from './installedPackage.ts';
export { type NodeRun, type NodeRunOutcome, runNode } from './nodeRun.ts';
export type { RunError } from './runError.ts';
export { runWorkflow, type WorkflowFile, type WorkflowOutcome } from './workflowRun.ts';
