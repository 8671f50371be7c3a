import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';

/** Milliseconds until results that are on their way are asked for again: doubled each time, up to half a minute. */
const FIRST = 500;
const LATEST = 30_000;

/** Findings of the templates in a call; fetched again while templates run. */
export const generationsQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['generations', call_uuid],
    queryFn: async ({ signal }) => (await pharos.generations.list({ call_uuid, signal })).data.items,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.some(({ state }) => state === 'queued') ? Math.min(FIRST * 2 ** dataUpdateCount, LATEST) : false,
  });
