import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, selectors, type Browser } from 'playwright-core';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Chromium without a window, which may reach nothing but this machine: the editor must work there, and
 * a test must not depend on anybody else's server.
 */
export async function openBrowser(): Promise<Browser> {
	// The attribute that n8n marks its parts with; Playwright expects another one.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({
		executablePath: findChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-dev-shm-usage',
			'--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
		],
	});
}

function findChromium(): string {
	const folders = (process.env.PATH ?? '').split(delimiter);
	const candidates = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
	const found = process.env.CHROMIUM ?? candidates.find((file) => existsSync(file));
	if (!found) throw new Error('There is no Chromium: `npm run test:e2e` says how to get it.');
	return found;
}
