import type { Recording } from '@pharos/contract/recordings.ts';
import type { Kept } from './queries.ts';

/** A recording as it is answered: without what only the server needs. */
export const answerRecording = (kept: Recording | Kept): Recording => ({
  uuid: kept.uuid,
  call_uuid: kept.call_uuid,
  content_type: kept.content_type,
  bytes: kept.bytes,
  sha256: kept.sha256,
  duration_ms: kept.duration_ms,
  channels: kept.channels,
  channel_content: kept.channel_content,
  created_at: kept.created_at,
  created_by: kept.created_by,
});
