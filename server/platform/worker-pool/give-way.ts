import { setImmediate as pause } from 'node:timers/promises';

/** Lets other requests run where the work has gone on for a while; throws the signal's reason once nobody waits for it. */
export type GiveWay = () => Promise<void>;

/** Milliseconds for which work in the thread that answers everybody goes on without a pause. */
const SLICE_MS = 8;

/** Opens the pauses of a work that begins now. */
export const openGiveWay = (signal?: AbortSignal): GiveWay => {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE_MS) return;
    await pause();
    signal?.throwIfAborted();
    began = performance.now();
  };
};
