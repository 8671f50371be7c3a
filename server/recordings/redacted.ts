import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream';
import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import type { Placed } from '../calls/readings/read-thread.ts';
import { conflict } from '../platform/errors/errors.ts';
import type { FileResponse } from '../platform/http/file-response.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { SecretWords } from '../understanding/redaction/find-secrets.ts';
import { type Muting, mute, mutingOf } from './muting.ts';
import { playable } from './play.ts';
import type { Kept } from './queries.ts';
import { readWavLayout } from './reading/wav.ts';

/** Bytes at the beginning of a WAV in which its sound begins; headers of broadcasters are long. */
const HEAD_BYTES = 64 * 1024;

/** A recording whose sound is silent where its words say such numbers; throws 409 where that takes decoding. */
export const redacted = async (
  storage: Storage,
  recording: Kept,
  said: readonly Placed<SecretWords>[],
  kinds: readonly RedactionKind[],
): Promise<FileResponse> => {
  const file = playable(storage, recording);
  const times = said.filter(({ kind }) => kinds.includes(kind));
  const muting = await readMuting(storage, recording, times);
  if (!muting)
    throw conflict('recording_not_mutable', 'Only plain WAV recordings can be muted: export the transcript instead');
  const places = createHash('sha256').update(JSON.stringify(muting)).digest('hex').slice(0, 16);
  return {
    ...file,
    etag: `"${recording.sha256}-${places}"`,
    headers: { ...file.headers, 'x-redacted': String(times.length) },
    open: async (range) => pipeline(await file.open(range), mute(muting, range.start), () => {}),
  };
};

const readMuting = async (
  storage: Storage,
  recording: Kept,
  times: readonly Placed<SecretWords>[],
): Promise<Muting | null> => {
  if (recording.file_format !== 'wav') return null;
  const chunks: Buffer[] = [];
  const end = Math.min(HEAD_BYTES, recording.bytes);
  for await (const chunk of await storage.read(recording, { start: 0, end })) chunks.push(chunk as Buffer);
  const head = Buffer.concat(chunks);
  const at = (position: number, length: number) => head.subarray(position, position + length);
  const exactly = (position: number, length: number) =>
    position + length <= head.length ? at(position, length) : null;
  return mutingOf(readWavLayout({ size: recording.bytes, at, exactly }), times);
};
