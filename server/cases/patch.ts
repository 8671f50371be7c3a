import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCase } from './change.ts';
import { patchedCaseFields } from './write.ts';

/** PATCH (RFC 7396): null clears a field. */
export const patchCase = ({ database, actor, params, body, if_match }: RouteRequest<Routes['cases']['patch']>) =>
  changeCase(database, actor, params.case_uuid, (current) => patchedCaseFields(current, body), { if_match });
