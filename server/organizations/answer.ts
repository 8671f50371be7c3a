import { etagOf } from '../platform/http/etag.ts';
import type { OrganizationRow } from './queries.ts';

/** An organization as it is answered: its version becomes the ETag. */
export const answerOrganization = ({ version, ...data }: OrganizationRow) => ({ data, etag: etagOf(version) });
