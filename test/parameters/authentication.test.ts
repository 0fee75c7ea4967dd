import { authenticationProperty } from '../../nodes/Acumatica/parameters/authentication';
import { authentications } from '../../nodes/Acumatica/transport/account';

test('offers every way to sign in', () =>
	expect(
		authenticationProperty.options?.map((option) => ('value' in option ? option.value : '')),
	).toEqual(authentications));
