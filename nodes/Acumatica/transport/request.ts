import type {
	IExecuteFunctions,
	IHttpRequestMethods,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

/** Whoever needs the ERP: a running node, a poll, or the editor. */
export type Caller = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

/** One request below the instance URL, in terms of HTTP. */
export interface ApiRequest {
	readonly method: IHttpRequestMethods;
	/** Below the instance URL, without a slash in front: `entity/Default/24.200.001/Customer`. */
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	/** Text as it is sent: the platform drops `{}` and `[]` when they are given as objects. Or a file. */
	readonly body?: string | FileBody;
	/** A sign-in is heard to its end even when cancelled: else its session would stay open unknown. */
	readonly uninterruptible?: true;
	/** What a successful answer brings. */
	readonly expect: 'json' | 'text' | 'nothing' | 'file';
	/** Takes in the file that a successful answer brings, while the request is still in flight. */
	readonly receive?: FileReceiver;
	/**
	 * May it be sent again after an ambiguous failure, that is, when it may have been executed?
	 * `safe`: repeating changes nothing. `unsafe`: never. A guard is asked first: it looks whether the
	 * earlier attempt left its mark.
	 */
	readonly replay: 'safe' | 'unsafe' | ReplayGuard;
}

/** What the platform reads files with; its type is not importable in a published node. */
export type FileStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** A file to send. It is opened anew for each attempt: a stream can be read once. */
export interface FileBody {
	/** Bytes. IIS may refuse a request that does not state its length. */
	readonly size: number;
	open(): Promise<FileStream | Buffer>;
}

/**
 * Stores a file and returns how many bytes it has. Undefined, with nothing read, where the answer can
 * be no such file: a web page or an error in its place.
 */
export type FileReceiver = (file: FileStream, answer: Answer) => Promise<number | undefined>;

/** Returns the answer that proves the earlier attempt, or undefined when it left nothing behind. */
export type ReplayGuard = (send: Send) => Promise<Exchange | undefined>;

/** What came of a request. Failures are values until `rejection.ts` makes an error of them. */
export type Exchange = Answer | Failure;

export interface Answer {
	readonly kind: 'answer';
	readonly status: number;
	readonly headers: Readonly<Record<string, string | readonly string[]>>;
	/** The body as it came. */
	readonly text: string;
	/** The body as parsed by the decoding layer, where the request expects JSON; where it expects text, that. */
	readonly body?: unknown;
	/** Whether it answers the request itself, or the sign-in that had to precede it. */
	readonly phase: 'request' | 'signIn';
}

export interface Failure {
	readonly kind: 'failure';
	readonly reason: FailureReason;
	/** A sentence of whoever noticed; without secrets. */
	readonly message: string;
	readonly phase: 'request' | 'signIn';
	/** How often the request was sent, where it was more than once. */
	readonly attempts?: number;
}

/**
 * `refused`, `unknownHost` and `certificate`: nothing reached the server. `timedOut`, `cut` and
 * `unreadable`: it may have been executed. `platform`: n8n would not send it (OAuth not connected,
 * say). `patience`: it was put off until the time to wait was used up.
 */
export type FailureReason =
	| 'refused'
	| 'unknownHost'
	| 'certificate'
	| 'timedOut'
	| 'cut'
	| 'cancelled'
	| 'unreadable'
	| 'platform'
	| 'patience';

export type Send = (request: ApiRequest) => Promise<Exchange>;

export const cancelled: Failure = {
	kind: 'failure',
	reason: 'cancelled',
	message: 'The execution was canceled',
	phase: 'request',
};

/** A concern around a request: sessions, license, retries. */
export type Layer = (next: Send) => Send;

/** Composes layers; the first is outermost. */
export function layered(send: Send, ...outermostFirst: readonly Layer[]): Send {
	return outermostFirst.reduceRight((next, layer) => layer(next), send);
}

/** First value of a header, by its lower-case name. */
export function header(answer: Answer, name: string): string | undefined {
	const value = answer.headers[name];
	return typeof value === 'string' ? value : value?.[0];
}

export function isSuccess(exchange: Exchange): exchange is Answer {
	return exchange.kind === 'answer' && exchange.status >= 200 && exchange.status < 300;
}
