import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../clock.ts';
import { exception, httpError, Refusal, type Reply } from '../reply.ts';

/** What runs in the background of a session. */
export interface LongOperation {
	readonly id: string;
	/** Number of the session. */
	readonly session: number;
	/** The form that is busy: the entity of Default that stands for it. */
	readonly form: string;
	/** `Invoice/ReleaseInvoice` */
	readonly name: string;
	isRunning: boolean;
	/** How it failed. */
	failure?: Reply;
}

interface Start extends Pick<LongOperation, 'session' | 'form' | 'name'> {
	readonly takes: number;
	/** Aborted when nothing may happen any more. */
	readonly interrupted: AbortSignal;
	/** What happens in the end; throws what the operation fails with. */
	readonly finish: () => void;
}

/** The operations of all sessions, those that are over included. */
export class LongOperations {
	readonly #clock: SandboxClock;
	readonly #operations = new Map<string, LongOperation>();

	constructor(clock: SandboxClock) {
		this.#clock = clock;
	}

	start({ takes, interrupted, finish, ...rest }: Start): LongOperation {
		const operation: LongOperation = { ...rest, id: randomUUID(), isRunning: true };
		this.#operations.set(operation.id, operation);
		this.#clock.sleep(takes, interrupted).then(
			() => {
				operation.failure = failureOf(finish);
				operation.isRunning = false;
			},
			// Interrupted: the sandbox is reset or closed.
			() => undefined,
		);
		return operation;
	}

	/** Only the session that started an operation knows it. */
	find(id: string, session: number): LongOperation | undefined {
		const operation = this.#operations.get(id.toLowerCase());
		return operation?.session === session ? operation : undefined;
	}

	/** @throws Refusal 409 while an operation runs on the form in this session */
	refuseWhileBusy(session: number, form: string): void {
		const isBusy = [...this.#operations.values()].some(
			(one) => one.isRunning && one.session === session && one.form === form,
		);
		if (!isBusy) return;
		throw new Refusal(
			httpError(
				409,
				'A long operation is running for this screen in the current session. Please try again later.',
			),
		);
	}

	get running(): number {
		return [...this.#operations.values()].filter(({ isRunning }) => isRunning).length;
	}

	clear(): void {
		this.#operations.clear();
	}
}

function failureOf(finish: () => void): Reply | undefined {
	try {
		finish();
		return undefined;
	} catch (error) {
		if (error instanceof Refusal) return error.reply;
		const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
		return exception(500, {
			exceptionMessage: `The sandbox itself failed: ${text}`,
			exceptionType: 'Sandbox.Failure',
		});
	}
}
