import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/**
 * Three sets: what is published (n8n's two plugins, in full), the manifest (the same two), and the
 * tests and tools, which may use Node and the development dependencies.
 * Rules are switched off here only, each with its reason: n8n's verification ignores inline disables.
 */
const published = ['credentials/**/*.ts', 'nodes/**/*.ts'];

export default tseslint.config(
	{
		ignores: [
			'dist/**',
			'**/node_modules/**',
			'.cache/**',
			'coverage/**',
			'**/*.cjs',
			'gulpfile.js',
			'jest.config.js',
		],
	},
	...tseslint.configs.recommended,
	{
		files: ['**/*.ts'],
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
		},
	},
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: published },
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'no-console': 'error',
			// These two want the strings that n8n itself replaced by NodeConnectionTypes.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			// Forbids typeOptions.maxValue; n8n's own scanner switches it off as well.
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'no-console': 'error',
			// Wants a camelCase page name of n8n's own documentation; ours is a web address.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
		},
	},
	{
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['package.json'],
		plugins: {
			...n8nCommunityNodesPlugin.configs.recommended.plugins,
			'n8n-nodes-base': n8nNodesBase,
		},
		languageOptions: {
			parser: tseslint.parser,
			parserOptions: { extraFileExtensions: ['.json'] },
		},
		rules: {
			...n8nCommunityNodesPlugin.configs.recommended.rules,
			...n8nNodesBase.configs.community.rules,
			// A manifest is one expression.
			'@typescript-eslint/no-unused-expressions': 'off',
		},
	},
);
