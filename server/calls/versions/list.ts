import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { listVersions } from '../../versions/list.ts';
import { callExists } from '../queries.ts';

type List = RouteRequest<Routes['calls']['versions']>;

export const listCallVersions = ({ database, actor, params, query }: List) =>
  listVersions(database, actor, { kind: 'call', uuid: params.call_uuid, exists: callExists }, query);
