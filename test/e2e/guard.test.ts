import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const guard = join(import.meta.dirname, 'guard.ts');

async function until(holds: () => boolean): Promise<void> {
	while (!holds()) await sleep(50);
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

test('a server ends, and its folder goes, when the run that started it is killed', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-acumatica-guard-'));
	const pidFile = join(folder, 'pid');
	const server = `require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
		setInterval(() => {}, 1000);`;
	const options = JSON.stringify([guard, folder, '-e', server]);
	const run = spawn(process.execPath, [
		'-e',
		`require('node:child_process').spawn(process.execPath, ${options}); setInterval(() => {}, 1000);`,
	]);
	await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '');
	const pid = Number(readFileSync(pidFile, 'utf8'));
	expect(isRunning(pid)).toBe(true);
	run.kill('SIGKILL');
	await until(() => !isRunning(pid) && !existsSync(folder));
	expect(isRunning(pid)).toBe(false);
});
