import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * `node guard.ts FOLDER PROGRAM ...` runs a Node program and ends it, and removes its folder, as soon as
 * the process that started us is gone: however a test run dies, it leaves no n8n behind.
 */
const [folder = '', ...program] = process.argv.slice(2);
const patience = 15_000;
const starter = process.ppid;
const child = spawn(process.execPath, program, { stdio: 'inherit' });
let isOrphan = false;

function end(): void {
	child.kill('SIGTERM');
	setTimeout(() => child.kill('SIGKILL'), patience).unref();
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
// A process of that kind cannot be told to die without notice in another way: the signal would hit us.
process.on('SIGUSR2', () => child.kill('SIGKILL'));
const watch = setInterval(() => {
	if (isOrphan || process.ppid === starter) return;
	isOrphan = true;
	end();
}, 250);
child.once('exit', (exitCode) => {
	clearInterval(watch);
	if (isOrphan) rmSync(folder, { recursive: true, force: true });
	process.exit(exitCode ?? 1);
});
