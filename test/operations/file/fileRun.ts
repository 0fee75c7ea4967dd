import { runAcumatica, type AcumaticaRun } from '../../support/acumaticaRun.ts';
import { startScriptedErp, type Arrived, type Scripted } from '../../support/scriptedErp.ts';

export const endpoint = '/Site/entity/Default/24.200.001';
export const fileId = '5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a11';
export const otherId = '5f5b1c2e-8a3e-4d6b-9c1d-2f4b8f5c1a12';

/** An entry in the list of files of a record. */
export const listed = (id: string, filename: string, comment: string | null = null) => ({
	id,
	filename,
	href: `${endpoint}/files/${id}`,
	comment,
});

/** Runs an operation on files against a server that answers as the test says. */
export async function onScriptedErp(
	run: Omit<AcumaticaRun, 'sandbox' | 'authentication' | 'resource'>,
	answer: (arrived: Arrived) => Scripted,
) {
	const erp = await startScriptedErp(answer);
	try {
		const outcome = await runAcumatica({
			...run,
			resource: 'file',
			sandbox: erp.sandbox,
			credential: { endpointVersion: '24.200.001' },
		});
		const requests = erp.arrived.map(({ request }) => request);
		return { outcome, requests, arrived: erp.arrived };
	} finally {
		await erp.close();
	}
}
