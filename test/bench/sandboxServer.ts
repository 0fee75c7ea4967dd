import { startSandbox } from '../sandbox/sandbox.ts';
import { connectionOf } from './connection.ts';

/** The sandbox in a process of its own, so that its work is not counted as anybody else's. */
const sandbox = await startSandbox(JSON.parse(process.argv[2] ?? '{}'));
// Files that were attached lie on the disk.
process.once('SIGTERM', () => void sandbox.close().finally(() => process.exit()));
process.send?.(connectionOf(sandbox));
