const shared = require('../../jest.config.js');

/** The end-to-end tests: a real n8n each, one after the other. */
module.exports = {
	...shared,
	rootDir: '../..',
	roots: ['<rootDir>/test/e2e'],
	testPathIgnorePatterns: ['/node_modules/'],
	testTimeout: 240_000,
};
