// The work of a thread: reading files that anybody sent, which may take long or break.
import { type Probe, probe } from './probe.ts';
import type { FileFormat } from './reading/formats.ts';
import { NotARecording, type Objection } from './reading/not-a-recording.ts';
import { type Pace, Stopped } from './reading/pace.ts';
import { type Measured, measure } from './sound/measure.ts';
import { type PeaksProblem, PeaksUnavailable } from './sound/peaks-unavailable.ts';

/** An error as it comes out of a thread, where classes of our own are lost. */
type Failed = { refused: Objection; message: string } | { unavailable: PeaksProblem } | { stopped: true };
export type Outcome<T> = { done: T } | Failed;

const outcomeOf = async <T>(work: () => T | Promise<T>): Promise<Outcome<T>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof NotARecording) return { refused: error.objection, message: error.message };
    if (error instanceof PeaksUnavailable) return { unavailable: error.problem };
    if (error instanceof Stopped) return { stopped: true };
    throw error;
  }
};

/** Time counts from when the work begins: a thread of its own takes some to be there. */
type Limits = { limit_ms: number; stop: Pace['stop'] };
const paceOf = ({ limit_ms, stop }: Limits): Pace => ({ deadline: Date.now() + limit_ms, stop });

export const probeFile = ({ path, ...limits }: Limits & { path: string }): Promise<Outcome<Probe>> =>
  outcomeOf(() => probe(path, paceOf(limits)));

export type Measuring = { path: string; file_format: FileFormat };

export const measureFile = ({ path, file_format, ...limits }: Limits & Measuring): Promise<Outcome<Measured>> =>
  outcomeOf(() => measure(path, { file_format }, paceOf(limits)));
