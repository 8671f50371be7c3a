import type { ListedJob } from '@pharos/contract/jobs.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { pharos } from '../api/pharos.ts';
import { markStale } from '../api/stale.ts';
import { EVERY, isOpen } from './queries.ts';

/** Newest job of each call, of the latest 100 jobs. */
const latestJobs = queryOptions({
  queryKey: ['jobs', 'latest'],
  queryFn: async ({ signal }) => newestOfEach((await pharos.jobs.list({ limit: 100, signal })).data.items),
  refetchInterval: ({ state: { data } }) => ([...(data?.values() ?? [])].some(isOpen) ? EVERY : false),
});

/** The newest job of one call; null where it had none. */
export const jobOfCall = (call_uuid: string) =>
  queryOptions({
    queryKey: ['jobs', 'of', call_uuid],
    queryFn: async ({ signal }) =>
      (await pharos.jobs.listOfCall({ call_uuid, limit: 1, signal })).data.items[0] ?? null,
    refetchInterval: ({ state: { data } }) => (data && isOpen(data) ? EVERY : false),
  });

const newestOfEach = (jobs: ListedJob[]): Map<string, ListedJob> =>
  new Map(jobs.toReversed().map((job) => [job.call_uuid, job]));

const NONE: Map<string, ListedJob> = new Map();

/** Newest job of each call, refreshed while some are in progress; pages with calls are refreshed when one ends. */
export const useLatestJobs = (): Map<string, ListedJob> => {
  const jobs = useQuery(latestJobs).data ?? NONE;
  const known = useRef<ListedJob[]>([]);
  useEffect(() => {
    const open = [...jobs.values()].filter(isOpen);
    const has_ended = known.current.some(({ uuid }) => !open.some((job) => job.uuid === uuid));
    known.current = open;
    if (has_ended) void markStale('job_end');
  }, [jobs]);
  return jobs;
};
