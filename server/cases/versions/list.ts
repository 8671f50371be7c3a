import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { listVersions } from '../../versions/list.ts';
import { findCase } from '../queries.ts';

type List = RouteRequest<Routes['cases']['versions']>;

export const listCaseVersions = ({ database, actor, params, query }: List) =>
  listVersions(database, actor, { kind: 'case', uuid: params.case_uuid, exists: findCase }, query);
