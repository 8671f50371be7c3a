import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';

/** Measures of a call. Never kept: its words may have been corrected since. */
export const measuresQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['measures', call_uuid],
    queryFn: async ({ signal }) => (await pharos.calls.measures({ call_uuid, signal })).data,
    staleTime: 0,
    gcTime: 0,
  });
