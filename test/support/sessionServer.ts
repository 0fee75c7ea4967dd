import { readAccount } from '../../nodes/Acumatica/transport/account';
import type { Answer, ApiRequest, Exchange, Send } from '../../nodes/Acumatica/transport/request';
import { leasedSession } from '../../nodes/Acumatica/transport/session';
import { signInDesk } from '../../nodes/Acumatica/transport/signInDesk';

export const account = readAccount('session', {
	instanceUrl: 'https://erp.example.com',
	username: 'me',
	password: 'secret-password',
	tenant: 'Company',
});
export const answer = (status: number, more: Partial<Answer> = {}): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text: '',
	phase: 'request',
	...more,
});
export const put: ApiRequest = {
	method: 'PUT',
	path: 'SalesOrder',
	body: '{}',
	expect: 'json',
	replay: 'unsafe',
};

/** A server that hands out numbered sessions, and what it was asked. */
export function server(respond: (request: ApiRequest) => Exchange | undefined = () => undefined) {
	let opened = 0;
	const asked: string[] = [];
	const send: Send = async (request) => {
		asked.push(`${request.method} ${request.path} ${request.headers?.cookie ?? '-'}`);
		const special = respond(request);
		if (special !== undefined) return special;
		if (request.path !== 'entity/auth/login') return answer(200);
		return answer(204, {
			headers: { 'set-cookie': [`ASP.NET_SessionId=session-number-${++opened}`] },
		});
	};
	return { send, asked };
}

/** A lane with a leased session on such a server. */
export function lane(respond?: (request: ApiRequest) => Exchange | undefined) {
	const { send, asked } = server(respond);
	const warnings: string[] = [];
	const desk = signInDesk(account, send, (reason) => warnings.push(reason));
	const session = leasedSession(desk);
	return { session, call: session.layer(send), asked, warnings, desk, send };
}
