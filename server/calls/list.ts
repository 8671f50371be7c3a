import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import { DEFAULT_LIMIT, pageOf } from '../http/cursor.ts';
import type { Incoming } from '../http/mount.ts';
import { selectCalls } from './queries.ts';
import { withTranscripts } from './transcripts.ts';

export const listCalls = async (database: Database, { actor, query }: Incoming<Routes['calls']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await selectCalls(database, actor.organization_uuid, query, limit + 1);
  const { items, next_cursor } = pageOf(rows, limit);
  const data = query.with_transcript
    ? { items: await withTranscripts(database, items), next_cursor }
    : { items: items.map(({ transcript_uuid: _uuid, ...call }) => call), next_cursor };
  return { data };
};
