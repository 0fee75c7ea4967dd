import { spawn } from 'node:child_process';
import { basename, join, resolve } from 'node:path';

/** The folder of package.json. */
export const checkout = resolve(import.meta.dirname, '../..');

/**
 * Starts a program in the checkout with this terminal and waits for its end.
 * Ctrl-C reaches the program by itself (same process group), so that here it is only waited out: the
 * program may have servers to stop. A termination signal is passed on.
 * @returns the exit code (1 where a signal ended the program)
 */
export function run(
	command,
	options,
	{ folder = checkout, env = process.env, shell = false } = {},
) {
	return new Promise((done, failed) => {
		const child = spawn(command, options, { cwd: folder, env, shell, stdio: 'inherit' });
		const wait = () => {};
		const passOn = () => child.kill('SIGTERM');
		// Who kills npm ends the shell between npm and us, which tells nobody: the job has to end as well.
		const parent = process.ppid;
		const orphanage = setInterval(() => {
			if (process.ppid === parent) return;
			clearInterval(orphanage);
			passOn();
		}, 500);
		const settle = () => {
			clearInterval(orphanage);
			process.off('SIGINT', wait);
			process.off('SIGTERM', passOn);
		};
		process.on('SIGINT', wait);
		process.on('SIGTERM', passOn);
		child.once('error', (error) => {
			settle();
			failed(new Error(`${command} did not start: ${error.message}`));
		});
		child.once('exit', (exitCode) => {
			settle();
			done(exitCode ?? 1);
		});
	});
}

/** Runs a file of the checkout on the pinned Node 24. */
export function node24(file, options) {
	const executable = process.platform === 'win32' ? 'node.exe' : 'node';
	return run(join(checkout, 'node_modules/node/bin', executable), [file, ...options], {
		env: { ...process.env, PATH: pathWith('node_modules/.bin') },
	});
}

/**
 * Runs the npm that started us, on the Node that it runs on: `process.execPath` would be the pinned
 * Node 24 on every later run, which an installation first deletes.
 */
export function npm(options, { folder, env } = {}) {
	const npmScript = process.env.npm_execpath ?? '';
	if (basename(npmScript).startsWith('npm')) {
		const node = process.env.npm_node_execpath ?? process.execPath;
		return run(node, [npmScript, ...options], { folder, env });
	}
	return run('npm', options, { folder, env, shell: process.platform === 'win32' });
}

function pathWith(folder) {
	const separator = process.platform === 'win32' ? ';' : ':';
	return `${join(checkout, folder)}${separator}${process.env.PATH ?? ''}`;
}
