import { open } from 'node:fs/promises';

export const SAMPLES_A_SECOND = 16_000;
const BYTES_A_SAMPLE = 2;

/** Whisper hears 30 seconds at once, and repeats itself where speech is cut: so a piece ends where it is quiet. */
const LONGEST_SECONDS = 28;
const SEARCHED_SECONDS = 12;
const QUIET_SECONDS = 0.2;

export type Piece = { from_seconds: number; samples: Float32Array };

/** The pieces of a file of raw sound (one channel, 16 kHz, signed 16 bit), in order and without gaps. */
export async function* piecesOf(path: string): AsyncGenerator<Piece> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(LONGEST_SECONDS * SAMPLES_A_SECOND * BYTES_A_SAMPLE);
    for (let from = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, from * BYTES_A_SAMPLE);
      const read = Math.floor(bytesRead / BYTES_A_SAMPLE);
      if (read === 0) return;
      const samples = Float32Array.from({ length: read }, (_, index) => buffer.readInt16LE(index * 2) / 32_768);
      const isLast = bytesRead < buffer.length;
      const end = isLast ? read : quietestIn(samples, read - SEARCHED_SECONDS * SAMPLES_A_SECOND);
      yield { from_seconds: from / SAMPLES_A_SECOND, samples: samples.subarray(0, end) };
      if (isLast) return;
      from += end;
    }
  } finally {
    await file.close();
  }
}

/** The middle of the quietest moment after `from`. */
export const quietestIn = (samples: Float32Array, from: number): number => {
  const length = QUIET_SECONDS * SAMPLES_A_SECOND;
  let [quietest, least] = [samples.length, Number.POSITIVE_INFINITY];
  for (let start = from; start + length <= samples.length; start += length / 2) {
    const energy = samples.subarray(start, start + length).reduce((sum, sample) => sum + sample * sample, 0);
    if (energy < least) [quietest, least] = [start + length / 2, energy];
  }
  return quietest;
};
