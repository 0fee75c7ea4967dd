import { readFault } from '../../contract/fault';
import { faultKind } from '../../contract/faultKind';
import type { Answer } from '../../transport/request';

/** True where the ERP says that there is no such record, which it does with status 500 or 404. */
export function isMissing(answer: Answer): boolean {
	if (answer.status < 400) return false;
	return (
		answer.status === 404 || faultKind(answer.status, readFault(answer.text)) === 'recordNotFound'
	);
}
