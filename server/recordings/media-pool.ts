import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { openFairTurns } from '../platform/worker-pool/fair-turns.ts';
import type { Outcome } from './media-thread.ts';
import type { Probe } from './probe.ts';
import { NotARecording, TAKEN } from './reading/not-a-recording.ts';
import type { Measured } from './sound/measure.ts';
import { PeaksUnavailable } from './sound/peaks-unavailable.ts';

/** Findings about a recording: its structure and, where that did not take long, its sound. */
export type Heard = { probed: Probe; measured: Measured | null };

/** Reads recordings in threads of their own, organizations in turn. `signal` ends what nobody waits for any more. */
export type MediaPool = {
  /** Reads a file that has come and, as far as seconds allow, hears it. Throws NotARecording. */
  hear(organization_uuid: string, path: string, signal?: AbortSignal): Promise<Heard>;
  /** Hears a recording, however long it is. Throws PeaksUnavailable. */
  measure(
    organization_uuid: string,
    path: string,
    recording: Pick<Probe, 'file_format'>,
    signal?: AbortSignal,
  ): Promise<Measured>;
  close(): Promise<void>;
};

/** Longest wait of an uploader, in ms: for the structure of the file to be read, and for its sound. */
const PROBE_MS = 10_000;
const HEAR_MS = 10_000;
/** Length of a recording, in ms, beyond which its sound is not measured while the uploader waits. */
const HEARD_AT_ONCE_MS = 60 * 60_000;
const MEASURE_MS = 10 * 60_000;
/** A thread that does not end by itself is ended so much later, in ms. */
const PATIENCE_MS = 30_000;
const THREAD_MEMORY_MB = 256;
/** Recordings read at once while uploaders wait; as many others may be heard at the same time. */
const AT_ONCE = Math.max(2, availableParallelism());

type Limits = { at_once?: number; probe_ms?: number; hear_ms?: number };

export const openMediaPool = ({
  at_once = AT_ONCE,
  probe_ms = PROBE_MS,
  hear_ms = HEAR_MS,
}: Limits = {}): MediaPool => {
  const each = Math.max(1, Math.floor(at_once / 2));
  const [inQuickTurn, inTurn] = [openFairTurns({ at_once, each }), openFairTurns({ at_once, each })];
  const threads = new Piscina({
    filename: new URL('./media-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2 * at_once,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
  });
  // A thread that breaks while it does nothing is replaced; unheard, its error would end the process.
  threads.on('error', () => {});

  const run = async <T>(name: string, task: object, limit_ms: number, signal?: AbortSignal): Promise<T> => {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const end = () => Atomics.store(stop, 0, 1);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', end, { once: true });
    const late = AbortSignal.timeout(limit_ms + PATIENCE_MS);
    try {
      const outcome: Outcome<T> = await threads.run({ ...task, limit_ms, stop }, { name, signal: late });
      if ('done' in outcome) return outcome.done;
      signal?.throwIfAborted();
      throw errorOf(outcome);
    } finally {
      signal?.removeEventListener('abort', end);
    }
  };

  const probe = (path: string, signal?: AbortSignal) =>
    run<Probe>('probeFile', { path }, probe_ms, signal).catch((error: unknown) => {
      if (signal?.aborted || error instanceof NotARecording) throw error;
      throw new NotARecording('damaged', `The file takes too much to be read: send it as ${TAKEN}`, error);
    });
  const measure = (path: string, { file_format }: Pick<Probe, 'file_format'>, limit_ms: number, signal?: AbortSignal) =>
    run<Measured>('measureFile', { path, file_format }, limit_ms, signal).catch((error: unknown) => {
      if (signal?.aborted || error instanceof PeaksUnavailable) throw error;
      throw new PeaksUnavailable('not_decodable', error);
    });

  const hear = async (path: string, signal?: AbortSignal): Promise<Heard> => {
    const probed = await probe(path, signal);
    if (probed.duration_ms !== null && probed.duration_ms > HEARD_AT_ONCE_MS) return { probed, measured: null };
    const measured = await measure(path, probed, hear_ms, signal).catch((error: unknown) => {
      if (error instanceof PeaksUnavailable) return null;
      throw error;
    });
    return { probed, measured };
  };

  return {
    hear: (organization_uuid, path, signal) => inQuickTurn.run(organization_uuid, () => hear(path, signal), signal),
    measure: (organization_uuid, path, recording, signal) =>
      inTurn.run(organization_uuid, () => measure(path, recording, MEASURE_MS, signal), signal),
    close: () => threads.destroy(),
  };
};

const errorOf = (outcome: Exclude<Outcome<never>, { done: never }>): Error => {
  if ('refused' in outcome) return new NotARecording(outcome.refused, outcome.message);
  return new PeaksUnavailable('unavailable' in outcome ? outcome.unavailable : 'too_slow');
};
