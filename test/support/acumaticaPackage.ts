import { AcumaticaApi } from '../../credentials/AcumaticaApi.credentials';
import { AcumaticaOAuth2Api } from '../../credentials/AcumaticaOAuth2Api.credentials';
import { AcumaticaPasswordOAuth2Api } from '../../credentials/AcumaticaPasswordOAuth2Api.credentials';
import { Acumatica } from '../../nodes/Acumatica/Acumatica.node';
import { AcumaticaTrigger } from '../../nodes/Acumatica/AcumaticaTrigger.node';
import type { InstalledPackage } from './installedPackage.ts';

/** The package as jest loads it from its sources, for n8n's engine. */
export const installed: InstalledPackage = {
	nodes: [new Acumatica(), new AcumaticaTrigger()],
	credentialTypes: [new AcumaticaApi(), new AcumaticaOAuth2Api(), new AcumaticaPasswordOAuth2Api()],
};
