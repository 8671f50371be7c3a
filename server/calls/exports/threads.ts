import { Piscina } from 'piscina';
import type { Unwritten, Written } from './write.ts';

// One thread, so that documents leave a core to everybody else.
const threads = new Piscina<Unwritten, Written>({
  filename: new URL('./write.ts', import.meta.url).href,
  minThreads: 0,
  maxThreads: 1,
  idleTimeout: 60_000,
  stricterFIFO: true,
});

/** Writes a file in a thread of its own, one at a time. */
export const writeInThread = (unwritten: Unwritten): Promise<Written> => threads.run(unwritten);
