import type { Routes } from '@pharos/contract/table/routes.ts';
import { readingsOf, recordReadings } from '../../platform/audit/record.ts';
import { limitOf } from '../../platform/auth/location.ts';
import { encodeCursor, pageBy, type Slice } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { timeOf } from '../time.ts';
import { withTranscriptsWithin } from '../transcripts.ts';
import { selectCalls } from './queries.ts';

export const listCalls = async ({ database, actor, query }: RouteRequest<Routes['calls']['list']>) => {
  const { organization_uuid } = actor;
  const select = (slice: Slice) => selectCalls(database, organization_uuid, query, limitOf(actor), slice);
  const { items, next_cursor } = await pageBy(query, select, (call) =>
    encodeCursor({ created_at: timeOf(call), uuid: call.uuid }),
  );
  if (!query.with_transcript)
    return { data: { items: items.map(({ transcript_uuid: _uuid, ...call }) => call), next_cursor } };
  const answered = await withTranscriptsWithin(database, items);
  const read = answered.filter(({ transcript }) => transcript !== null);
  if (read.length > 0) await recordReadings(database, actor, readingsOf(read));
  return { data: { items: answered, next_cursor } };
};
