import type { Routes } from '@pharos/contract/table/routes.ts';
import { readingsOf, recordReadings } from '../platform/audit/record.ts';
import { limitOf } from '../platform/auth/location.ts';
import { encodeCursor, pageBy, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectCalls } from './queries.ts';
import { timeOf } from './time.ts';
import { withTranscripts } from './transcripts.ts';

export const listCalls = async ({ database, actor, query }: RouteRequest<Routes['calls']['list']>) => {
  const { organization_uuid } = actor;
  const select = (slice: Slice) => selectCalls(database, organization_uuid, query, limitOf(actor), slice);
  const { items, next_cursor } = await pageBy(query, select, (call) =>
    encodeCursor({ created_at: timeOf(call), uuid: call.uuid }),
  );
  const read = query.with_transcript ? items.filter(({ transcript_uuid }) => transcript_uuid !== null) : [];
  if (read.length > 0) await recordReadings(database, actor, readingsOf(read));
  const data = query.with_transcript
    ? { items: await withTranscripts(database, items), next_cursor }
    : { items: items.map(({ transcript_uuid: _uuid, ...call }) => call), next_cursor };
  return { data };
};
