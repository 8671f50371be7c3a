import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerCall } from './answer.ts';
import { changeCall } from './change.ts';
import { givenFields } from './fields.ts';

/** PUT: a field that is absent or null stays as it is, so that a client which sends every key erases nothing. */
export const updateCall = async ({
  database,
  actor,
  params,
  body,
  if_match,
}: RouteRequest<Routes['calls']['update']>) =>
  answerCall(
    await database.transaction((tx) => changeCall(tx, actor, params.call_uuid, () => givenFields(body), { if_match })),
  );
