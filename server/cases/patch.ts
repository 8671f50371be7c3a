import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Incoming } from '../platform/serving/serve-routes.ts';
import { changeCase } from './change.ts';
import { patchedCaseFields } from './write.ts';

/** PATCH (RFC 7396): null clears a field. */
export const patchCase = ({ database, actor, params, body, if_match }: Incoming<Routes['cases']['patch']>) =>
  changeCase(database, actor, params.case_uuid, (current) => patchedCaseFields(current, body), { if_match });
