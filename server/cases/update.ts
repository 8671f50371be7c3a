import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeCase } from './change.ts';
import { changedCaseFields } from './write.ts';

/** PUT: a field that is absent or null stays as it is. */
export const updateCase = ({ database, actor, params, body, if_match }: RouteRequest<Routes['cases']['update']>) =>
  changeCase(database, actor, params.case_uuid, (current) => changedCaseFields(current, body), { if_match });
