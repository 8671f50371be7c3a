import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { conflict } from '../platform/errors/errors.ts';
import type { Key } from '../platform/storage/key.ts';
import type { Storage, Stored } from '../platform/storage/storage.ts';
import { openFairTurns } from '../platform/worker-pool/fair-turns.ts';
import type { Kept } from './queries.ts';
import { withFolder } from './scratch.ts';
import { inputsOf, runFfmpeg } from './sound/ffmpeg.ts';

/** Makes one recording of two, the second behind the first. Throws 409 where they cannot be decoded here. */
export type JoinSound = (first: Kept, second: Kept, key: Key, signal?: AbortSignal) => Promise<Stored>;

const LIMIT_MS = 5 * 60_000;
const LARGEST_BYTES = 1024 ** 3;
const HIGHEST_RATE = 48_000;

export const openJoinSound = (storage: Storage, scratch: string): JoinSound => {
  const inTurn = openFairTurns({ at_once: 2, each: 1 });
  return (first, second, key, signal = AbortSignal.timeout(LIMIT_MS)) =>
    inTurn.run(
      first.organization_uuid,
      () =>
        storage.withFile(first, (one) =>
          storage.withFile(second, (other) =>
            withFolder(scratch, async (folder) => {
              const path = join(folder, 'joined.flac');
              const files = [
                { path: one, file_format: first.file_format },
                { path: other, file_format: second.file_format },
              ];
              const args = [
                ...inputsOf(files),
                ...joining(first, second),
                '-fs',
                String(LARGEST_BYTES),
                `file:${path}`,
              ];
              const ended = await runFfmpeg('ffmpeg', args, { limit_ms: LIMIT_MS, signal });
              if (ended !== 'done') throw conflict('recording_not_joinable', REASONS[ended]);
              return storage.write(key, createReadStream(path));
            }),
          ),
        ),
      signal,
    );
};

const REASONS = {
  failed: 'One of the recordings cannot be decoded, so they cannot become one',
  not_found: 'Joining recordings needs ffmpeg on the server',
  too_slow: 'The recordings are too long to be joined',
};

/** Arguments by which two inputs of any rate and channels become one FLAC, which loses nothing and plays in every browser. */
const joining = (first: Kept, second: Kept): string[] => {
  const rate = Math.min(HIGHEST_RATE, Math.max(first.sample_rate, second.sample_rate));
  const layout = Math.max(first.channels, second.channels) > 1 ? 'stereo' : 'mono';
  const alike = `aformat=sample_fmts=s16:sample_rates=${rate}:channel_layouts=${layout}`;
  const filter = `[0:a:0]${alike}[one];[1:a:0]${alike}[other];[one][other]concat=n=2:v=0:a=1[both]`;
  return ['-filter_complex', filter, '-map', '[both]', '-map_metadata', '-1', '-c:a', 'flac', '-f', 'flac'];
};
