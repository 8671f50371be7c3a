import { randomUUID } from 'node:crypto';
import type { CaseWrite } from '@pharos/contract/cases.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerCase } from './answer.ts';
import { type CaseRow, insertCase } from './queries.ts';
import { changedCaseFields, writeChangedCase } from './write.ts';

export const createCase = async ({ database, actor, body }: RouteRequest<Routes['cases']['create']>) =>
  answerCase(await database.transaction((tx) => addCase(tx, actor, randomUUID(), body)));

/** Opens a case; its first state is version 1. */
export const addCase = async (tx: Transaction, actor: Actor, uuid: string, body: CaseWrite) => {
  const empty = (await insertCase(tx, actor.organization_uuid, uuid, actor.user_uuid)) as CaseRow;
  return writeChangedCase(tx, actor, empty, changedCaseFields(empty, body));
};
