import type { Job } from '@pharos/contract/jobs.ts';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

export const STATES = ['queued', 'running', 'failed', 'succeeded', 'cancelled'] as const satisfies Job['state'][];
export type JobState = (typeof STATES)[number];

export const readState = ({ state }: Record<string, unknown>): { state?: JobState } => {
  const known = STATES.find((one) => one === state);
  return known ? { state: known } : {};
};

/** Milliseconds between two requests for the state of unfinished jobs. */
export const EVERY = 5000;

/** Pages of jobs, fetched again while one of them is unfinished. */
export const jobPages = (state?: JobState) => ({
  ...pagesOf(['jobs', state ?? ''], (given) => pharos.jobs.list({ ...given, state })),
  refetchInterval: ({ state: { data } }: { state: { data?: { pages: { items: Job[] }[] } } }) =>
    data?.pages.some(({ items }) => items.some(isOpen)) ? EVERY : (false as const),
});

/** True if a transcription is queued or running. */
export const isOpen = ({ state }: Pick<Job, 'state'>): boolean => state === 'queued' || state === 'running';
