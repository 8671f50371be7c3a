import type { CaseWrite } from '@pharos/contract/cases.ts';
import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { answerCase } from './answer.ts';
import { type CaseRow, findCase } from './queries.ts';
import { subjectOf, writeChangedCase } from './write.ts';

/** Changes a case and keeps its new state as a version. A change to what it already is passes any If-Match. */
export const changeCase = async (
  database: ScopedDatabase,
  actor: Actor,
  case_uuid: string,
  decide: (current: CaseRow, tx: Transaction) => CaseWrite | Promise<CaseWrite>,
  { if_match, note }: { if_match?: string; note?: string } = {},
) =>
  answerCase(
    await database.transaction(async (tx) => {
      const current = await findCase(tx, actor.organization_uuid, case_uuid, true);
      if (!current) throw notFound('case');
      const changes = await decide(current, tx);
      if (Object.keys(changes).length === 0) {
        await record(tx, actor, { ...subjectOf(current), after_version: current.version });
        return current;
      }
      requireMatch(if_match, current.version);
      return writeChangedCase(tx, actor, current, changes, note);
    }),
  );
