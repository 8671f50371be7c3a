import type { Job } from '@pharos/contract/jobs.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { pharos } from '../api/pharos.ts';
import { markStale } from '../api/stale.ts';
import { EVERY, isOpen } from './queries.ts';

/** The newest job of each call that had one of late. */
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

const newestOfEach = (jobs: Job[]): Map<string, Job> => new Map(jobs.toReversed().map((job) => [job.call_uuid, job]));

const NONE: Map<string, Job> = new Map();

/** The same, looked at again while some of it goes on; what has ended is shown by the pages with the calls. */
export const useLatestJobs = (): Map<string, Job> => {
  const jobs = useQuery(latestJobs).data ?? NONE;
  const known = useRef<Job[]>([]);
  useEffect(() => {
    const open = [...jobs.values()].filter(isOpen);
    const has_ended = known.current.some(({ uuid }) => !open.some((job) => job.uuid === uuid));
    known.current = open;
    if (has_ended) void markStale('job_end');
  }, [jobs]);
  return jobs;
};
