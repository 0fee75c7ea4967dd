import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from './reply.ts';

let text: string | undefined;

/** The page at the origin: what happens in the sandbox right now. It asks `/_sandbox/state` itself. */
export function statePage(): Reply {
	text ??= readFileSync(join(import.meta.dirname, 'page.html'), 'utf8');
	return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: text };
}
