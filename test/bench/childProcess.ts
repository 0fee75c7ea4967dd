import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child {
	/** Sends a message and waits for the answer to it. */
	ask<Answer>(message: Serializable): Promise<Answer>;
	stop(): Promise<void>;
}

/**
 * Starts a file of this folder in a process of its own and waits for its first message, which is
 * the second value returned.
 * @throws when the process ends before it has answered.
 */
export async function startChild<First>(
	file: string,
	options: readonly string[] = [],
): Promise<readonly [Child, First]> {
	const child = fork(join(import.meta.dirname, file), [...options], { stdio: 'inherit' });
	const first = await nextMessage<First>(child, file);
	return [
		{
			ask: async <Answer>(message: Serializable) => {
				const answer = nextMessage<Answer>(child, file);
				child.send(message);
				return await answer;
			},
			stop: async () => {
				if (child.exitCode !== null || child.signalCode !== null) return;
				const exited = once(child, 'exit');
				child.kill();
				await exited;
			},
		},
		first,
	];
}

async function nextMessage<Message>(child: ChildProcess, file: string): Promise<Message> {
	const listening = new AbortController();
	const { signal } = listening;
	try {
		return await Promise.race([
			once(child, 'message', { signal }).then(([message]) => message as Message),
			once(child, 'exit', { signal }).then(([code]) => {
				throw new Error(`${file} ended with exit code ${code} before it had answered`);
			}),
		]);
	} finally {
		listening.abort();
	}
}
