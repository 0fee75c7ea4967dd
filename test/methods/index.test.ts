import { methods } from '../../nodes/Acumatica/methods';
import { installed } from '../support/acumaticaPackage.ts';

/** Every value under a name, at any depth of a description. */
function named(name: string, within: unknown): unknown[] {
	if (typeof within !== 'object' || within === null) return [];
	return Object.entries(within).flatMap(([key, value]) =>
		key === name ? [value] : named(name, value),
	);
}

const descriptions = installed.nodes.map(({ description }) => description);

describe('what the editor may ask of the node', () => {
	it('is every list that a parameter names, and no other', () => {
		const wanted = new Set(named('searchListMethod', descriptions));
		expect([...wanted].sort()).toEqual(Object.keys(methods.listSearch).sort());
	});

	it('is every list of options that a parameter names, and no other', () => {
		const wanted = new Set(named('loadOptionsMethod', descriptions));
		expect([...wanted].sort()).toEqual(Object.keys(methods.loadOptions).sort());
	});

	it('is every mapping that a parameter names, and no other', () => {
		const wanted = new Set(named('resourceMapperMethod', descriptions));
		expect([...wanted].sort()).toEqual(Object.keys(methods.resourceMapping).sort());
	});

	it('is every credential test that a credential names, and no other', () => {
		const wanted = new Set(named('testedBy', descriptions));
		expect([...wanted].sort()).toEqual(Object.keys(methods.credentialTest).sort());
	});

	it('is handed over by the node', () => {
		for (const node of installed.nodes) expect(node.methods).toBe(methods);
	});
});
