/**
 * Runs n8n's verification of community packages over a folder, in a process of its own: the scanner
 * is an ES module that jest cannot load. Prints the verdict as JSON.
 * usage: node scan.mjs sources|tarball FOLDER
 */
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const [leg, folder] = process.argv.slice(2);
// The patterns of the published tarball are written out in the scanner, not exported.
const patterns = leg === 'sources' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];
const { passed, message, details } = await analyzePackage(folder, patterns);
process.stdout.write(JSON.stringify({ passed, message, details }));
