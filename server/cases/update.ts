import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { notFound } from '../http/errors.ts';
import { requireMatch } from '../http/etag.ts';
import type { Incoming } from '../http/mount.ts';
import { answerCase } from './answer.ts';
import { findCase } from './queries.ts';
import { changedCaseFields, writeChangedCase } from './write.ts';

/** PUT: a field that is absent or null stays as it is. */
export const updateCase = async (
  database: Database,
  { actor, params, body, if_match }: Incoming<Routes['cases']['update']>,
) =>
  answerCase(
    await database.transaction(async (tx) => {
      const current = await findCase(tx, actor.organization_uuid, params.case_uuid, true);
      if (!current) throw notFound('Case');
      const changes = changedCaseFields(current, body);
      if (Object.keys(changes).length === 0) return current;
      requireMatch(if_match, current.version);
      return writeChangedCase(tx, current, changes);
    }),
  );
