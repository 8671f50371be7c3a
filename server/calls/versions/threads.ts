import { Piscina } from 'piscina';
import { INLINE_BYTES } from '../../platform/serving/decoder.ts';
import { type Compared, compare, type Pair } from './compare.ts';

// One thread, and none while nobody compares: it ends by itself, and keeps no process alive.
const threads = new Piscina<Pair, Compared>({
  filename: new URL('./compare.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 60_000,
});

/** Compares short transcripts at once and long ones in a thread, one pair after another. */
export const compareTranscripts = async (pair: Pair): Promise<Compared> => {
  const bytes = (pair.before?.length ?? 0) + (pair.after?.length ?? 0);
  return bytes <= INLINE_BYTES ? compare(pair) : threads.run(pair);
};
