import { randomUUID } from 'node:crypto';
import type { Case, CaseWrite } from '@pharos/contract/cases.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { readClock } from '../platform/database/write.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { writeCase } from './change.ts';
import { COLUMNS, changesOf, givenFields } from './fields.ts';
import type { LockedCase } from './queries.ts';

export const createCase = async ({ database, actor, body }: RouteRequest<Routes['cases']['create']>) =>
  versioned(await database.transaction((tx) => addCase(tx, actor, randomUUID(), body)));

/** Opens a case; its first state is version 1. */
export const addCase = async (tx: OpenTransaction, actor: UserActor, uuid: string, body: CaseWrite) => {
  const empty = emptyCase(actor, uuid, await readClock(tx));
  return writeCase(tx, actor, empty, changesOf(empty, givenFields(body)));
};

/** A case before its first version. */
const emptyCase = ({ organization_uuid, user_uuid: created_by }: UserActor, uuid: string, now: string): LockedCase => ({
  ...(Object.fromEntries(COLUMNS.map((name) => [name, null])) as Record<keyof Case, null>),
  identified: true,
  uuid,
  organization_uuid,
  created_by,
  created_at: now,
  updated_at: now,
  version: 0,
  now,
});
