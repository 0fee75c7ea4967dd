import { leasedSession } from '../../nodes/Acumatica/transport/session';
import { signInDesk } from '../../nodes/Acumatica/transport/signInDesk';
import { account, answer, lane, put, server } from '../support/sessionServer.ts';

describe('the sign-in desk', () => {
	const wrongPassword = answer(500, {
		text: '{"exceptionMessage":"Error: Invalid credentials. Please try again."}',
	});

	test('sends a wrong password once, for all lanes and requests of the execution', async () => {
		const { send, asked } = server((request) =>
			request.path === 'entity/auth/login' ? wrongPassword : undefined,
		);
		const desk = signInDesk(account, send, () => undefined);
		const lanes = [leasedSession(desk), leasedSession(desk), leasedSession(desk)].map(({ layer }) =>
			layer(send),
		);
		const exchanges = await Promise.all([...lanes, ...lanes].map(async (call) => await call(put)));
		expect(exchanges).toEqual(exchanges.map(() => ({ ...wrongPassword, phase: 'signIn' })));
		expect(asked).toEqual(['POST entity/auth/login -']);
	});

	test('does the same where the ERP refuses it in another language', async () => {
		const { call, asked } = lane((request) =>
			request.path === 'entity/auth/login'
				? answer(500, { text: '{"exceptionMessage":"Ungültige Anmeldedaten."}' })
				: undefined,
		);
		await call(put);
		await call(put);
		expect(asked).toHaveLength(1);
	});

	test('asks again after the login limit, which passes', async () => {
		let refusals = 1;
		const { call } = lane((request) =>
			request.path === 'entity/auth/login' && refusals-- > 0
				? answer(500, { text: '{"exceptionMessage":"API Login Limit"}' })
				: undefined,
		);
		expect(await call(put)).toMatchObject({ status: 500, phase: 'signIn' });
		expect(await call(put)).toMatchObject({ status: 200, phase: 'request' });
	});

	test('knows the secrets of its sessions', async () => {
		const { call, desk } = lane();
		await call(put);
		expect(desk.secrets()).toEqual(['session-number-1']);
	});
});
