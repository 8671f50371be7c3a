import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { pharos } from '../shell/pharos.ts';

const PAGE = 50;

/** The cases, newest first, page by page; with `q` those whose name, number or notes have its words. */
export const casePages = (q?: string) =>
  infiniteQueryOptions({
    queryKey: ['cases', q ?? ''],
    queryFn: async ({ pageParam, signal }) =>
      (await pharos.cases.list({ q, limit: PAGE, cursor: pageParam ?? undefined, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });

/** A case with its calls, and the ETag that a change names. */
export const caseQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['case', case_uuid],
    queryFn: ({ signal }) => pharos.cases.get({ case_uuid, signal }),
  });
