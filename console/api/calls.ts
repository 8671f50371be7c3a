import { queryOptions } from '@tanstack/react-query';
import { pharos } from './pharos.ts';

/** A call with its transcript, and the ETag that a change names. */
export const callQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['call', call_uuid],
    queryFn: ({ signal }) => pharos.calls.get({ call_uuid, signal }),
    // Comparing an hour of words with those of before costs more than to draw them.
    structuralSharing: false,
    // An hour of words is not asked for again because a window got the focus.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** The calls of a case without their words: for the names that people have in them. */
export const labelsQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['labels', case_uuid],
    queryFn: async ({ signal }) => (await pharos.calls.list({ case_uuid, limit: 200, signal })).data.items,
    staleTime: 60_000,
  });
