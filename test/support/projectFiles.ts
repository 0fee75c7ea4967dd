import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const projectFolder = resolve(import.meta.dirname, '../..');

/** Paths of the project's own files: those in git, and those that would be added. */
export function projectFiles(): string[] {
	const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
		cwd: projectFolder,
		encoding: 'utf8',
	});
	return listed.split('\0').filter((path) => path !== '' && existsSync(join(projectFolder, path)));
}

/** The text of one of the project's files. */
export function projectFile(path: string): string {
	return readFileSync(join(projectFolder, path), 'utf8');
}
