import { createRequire } from 'node:module';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import type { InstalledPackage } from '../support/engine.ts';

const load = createRequire(import.meta.url);

/** A compiled module of the package, below dist/ and without its ending. */
export function compiledModule<Module>(path: string): Module {
	return load(`../../dist/${path}.js`) as Module;
}

function compiled<Instance>(path: string, className: string): Instance {
	const exported = compiledModule<Record<string, new () => Instance>>(path);
	const Class = exported[className];
	if (!Class) throw new Error(`dist/${path}.js exports no ${className}`);
	return new Class();
}

function credentialType(className: string): ICredentialType {
	return compiled(`credentials/${className}.credentials`, className);
}

/** The package as it is shipped, for n8n's engine. */
export const installed: InstalledPackage = {
	nodes: [
		compiled<INodeType>('nodes/Acumatica/Acumatica.node', 'Acumatica'),
		compiled<INodeType>('nodes/Acumatica/AcumaticaTrigger.node', 'AcumaticaTrigger'),
	],
	credentialTypes: [credentialType('AcumaticaApi'), credentialType('AcumaticaOAuth2Api')],
};
