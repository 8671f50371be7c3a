import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';

/** Milliseconds until results that are on their way are asked for again: doubled each time, up to half a minute. */
const FIRST = 500;
const LATEST = 30_000;
/** Updates of each query when its results were last all there: waits are counted from then. */
const settled = new WeakMap<object, number>();

/** Findings of the templates in a call; fetched again while templates run. */
export const generationsQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['generations', call_uuid],
    queryFn: async ({ signal }) => (await pharos.generations.list({ call_uuid, signal })).data.items,
    refetchOnWindowFocus: false,
    refetchInterval: (query) => {
      const { data, dataUpdateCount } = query.state;
      if (data?.some(({ state }) => state === 'queued'))
        return Math.min(FIRST * 2 ** (dataUpdateCount - (settled.get(query) ?? 0) - 1), LATEST);
      settled.set(query, dataUpdateCount);
      return false;
    },
  });
