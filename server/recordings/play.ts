import { create as contentDisposition } from 'content-disposition';
import { LRUCache } from 'lru-cache';
import { recordReadings } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import type { FileResponse } from '../platform/http/file-response.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { PlayableCopy } from './playable-copies.ts';
import type { Kept } from './queries.ts';

/** The bytes of a recording, or of its copy, as a response answers ranges of them. Never typed by what a user called it. */
export const playable = (storage: Storage, recording: Kept, copy: PlayableCopy | null = null): FileResponse => ({
  bytes: copy?.bytes ?? recording.bytes,
  etag: copy ? `"${recording.sha256}-playable"` : `"${recording.sha256}"`,
  headers: {
    'content-type': copy?.content_type ?? recording.content_type,
    'content-disposition': contentDisposition(copy ? `${recording.uuid}.m4a` : fileNameOf(recording), {
      type: 'inline',
    }),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-cache',
  },
  open: (range) => storage.read(copy?.key ?? recording, range),
});

const fileNameOf = ({ file_name, file_format, uuid }: Kept): string => {
  const clean = (file_name ?? '').replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').trim();
  return clean === '' ? `${uuid}.${file_format}` : clean;
};

// A player asks for a recording piece by piece: within ten minutes that is one playback.
const PLAYBACK_MS = 10 * 60_000;
const playing = new LRUCache<string, true>({ max: 10_000, ttl: PLAYBACK_MS });

/** Records that a user hears a recording; by a link, that is the user who made the link. */
export const recordPlayback = async (database: ScopedDatabase, actor: UserActor, recording: Kept) => {
  const playback = `${recording.organization_uuid} ${recording.uuid} ${actor.user_uuid} ${actor.action}`;
  if (playing.has(playback)) return;
  await recordReadings(database, actor, [{ subject_type: 'recording', subject_uuid: recording.uuid }]);
  playing.set(playback, true);
};
