const transform = {
	'^.+\\.ts$': [
		'@swc/jest',
		{
			jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
			module: { type: 'commonjs' },
		},
	],
};

/** Everything but the end-to-end run, which has a configuration of its own (test/e2e/jest.config.cjs). */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/test/e2e/node_modules', '<rootDir>/.cache'],
	setupFiles: ['reflect-metadata'],
	// Whoever hangs is told so; a busy machine is no failure.
	testTimeout: 20_000,
	// One core less than there are, jest's default, is half of a machine with two.
	maxWorkers: '100%',
	// Else each use of one in a test file asks the file's own global object, which costs 15 % of the time.
	sandboxInjectedGlobals: ['Array', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Set', 'String'],
	transform,
};
