import { AccountFault } from '../../nodes/Acumatica/transport/accountFault';

test('an account fault is an error by name', () => {
	expect(new AccountFault('no password')).toMatchObject({
		name: 'AccountFault',
		message: 'no password',
	});
});
