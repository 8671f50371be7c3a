import { Transform } from 'node:stream';
import type { ByteRange } from '../platform/storage/storage.ts';
import type { WavLayout } from './reading/wav.ts';
import { sampleBytes, wavCodec } from './reading/wav-codecs.ts';

/** Time that is muted before and behind words, whose times are a little off, in milliseconds. */
const AROUND_MS = 200;

/** Byte that is silence, by how a sample is coded; null where samples are not bytes by themselves. */
const silenceOf = (layout: WavLayout): number | null => {
  const codec = wavCodec(layout);
  if (codec === 'a-law') return 0xd5;
  if (codec === 'mu-law') return 0xff;
  if (codec !== 'pcm') return null;
  // Samples of up to 8 bits count from 0, and have their middle at 128.
  return layout.bits <= 8 ? 0x80 : 0;
};

/** Bytes to replace, and by what. */
export type Muting = { silence: number; ranges: readonly ByteRange[] };

/** Bytes of a WAV that hold these times, in whole samples of all channels; null where its coding cannot be muted so. */
export const mutingOf = (layout: WavLayout, times: readonly { start_ms: number; end_ms: number }[]): Muting | null => {
  const silence = silenceOf(layout);
  if (silence === null) return null;
  const frame = layout.channels * sampleBytes(layout);
  const byteAt = (ms: number, round: (frames: number) => number) =>
    Math.min(layout.end, layout.start + Math.max(0, round((ms * layout.rate) / 1000)) * frame);
  const ranges = times.map(({ start_ms, end_ms }) => ({
    start: byteAt(start_ms - AROUND_MS, Math.floor),
    end: byteAt(end_ms + AROUND_MS, Math.ceil),
  }));
  return { silence, ranges };
};

/** Replaces the bytes of a stream that begins at byte `start` of its file. */
export const mute = ({ silence, ranges }: Muting, start: number): Transform => {
  let position = start;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const end = position + chunk.length;
      const muted = Buffer.from(chunk);
      for (const range of ranges)
        if (range.start < end && range.end > position)
          muted.fill(silence, Math.max(range.start, position) - position, Math.min(range.end, end) - position);
      position = end;
      done(null, muted);
    },
  });
};
