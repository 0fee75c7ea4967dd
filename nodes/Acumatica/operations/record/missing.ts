import { readFault } from '../../contract/fault';
import { faultKind } from '../../contract/faultKind';
import type { Answer } from '../../transport/request';

/** True where the ERP says that there is no such record, which it does with status 500 or 404. */
export function isMissing(answer: Answer): boolean {
	if (answer.status < 400) return false;
	const fault = readFault(answer.text);
	// A page with 404 is the web server's, of a site that restarts, say: it knows nothing of records.
	if (fault.isWebPage) return false;
	return answer.status === 404 || faultKind(answer.status, fault) === 'recordNotFound';
}
