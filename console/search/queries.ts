import { PharosError } from '@pharos/client/error.ts';
import { UUID_PATTERN } from '@pharos/contract/table/schema.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';
import type { Asked } from './asked.ts';

const CALLS_OF_A_CASE = 6;

/** The cases whose name, number or notes have the words. */
export const foundCases = (q: string) =>
  pagesOf(['search', 'cases', q], (given) => pharos.cases.list({ ...given, q, limit: 10 }));

/** The latest calls of a case that was found. */
export const callsOfCase = (case_uuid: string) =>
  queryOptions({
    queryKey: ['search', 'calls of', case_uuid],
    queryFn: async ({ signal }) => (await pharos.calls.list({ case_uuid, limit: CALLS_OF_A_CASE, signal })).data,
  });

/** Telephone number as people type it. */
const A_NUMBER = /^\+?(?:[\s().-]*\d){7,15}$/;

/** The calls that the text names: by their own uuid, by what the provider calls them, or by the number they were with. */
export const namedCalls = (q: string) =>
  queryOptions({
    queryKey: ['search', 'calls', q],
    queryFn: async ({ signal }) => {
      const [own, theirs, numbered] = await Promise.all([
        new RegExp(UUID_PATTERN).test(q) ? pharos.calls.get({ call_uuid: q, signal }).catch(noneIfMissing) : null,
        pharos.calls.list({ assembly_ai_id: q, limit: 20, signal }),
        A_NUMBER.test(q) ? pharos.calls.list({ number: q, limit: 20, signal }) : null,
      ]);
      const listed = [...theirs.data.items, ...(numbered?.data.items ?? [])];
      const others = listed.filter(({ uuid }) => uuid !== own?.data.uuid);
      return own ? [own.data, ...others] : others;
    },
  });

const noneIfMissing = (error: unknown) => {
  if (error instanceof PharosError && error.status_code === 404) return null;
  throw error;
};

const CALLS_OF_A_PAGE = 20;
const DAY_MS = 24 * 3_600_000;

/** Calls in which something was said, page by page. The query goes in a body: proxies log addresses. */
export const saidQuery = ({ q, who, days, direction, location_uuid, order }: Asked) =>
  infiniteQueryOptions({
    queryKey: ['search', 'said', q, who, days, direction, location_uuid, order],
    queryFn: async ({ pageParam, signal }) => {
      const from = days === undefined ? undefined : pageParam.from;
      const body = { q, who, from, direction, location_uuid, order, limit: CALLS_OF_A_PAGE, cursor: pageParam.cursor };
      return { ...(await pharos.search.post({ body, signal })).data, from };
    },
    // All pages of a search begin at one time, which its cursor belongs to.
    initialPageParam: { cursor: undefined, from: since(days) } as { cursor?: string; from?: string },
    getNextPageParam: ({ next_cursor, from }) => (next_cursor === null ? null : { cursor: next_cursor, from }),
    retry: false,
  });

const since = (days: number | undefined) =>
  days === undefined ? undefined : new Date(Date.now() - days * DAY_MS).toISOString();

/** Last names of the newest cases, as examples of what can be asked. */
export const recentNames = queryOptions({
  queryKey: ['search', 'examples'],
  queryFn: async ({ signal }) => {
    const { items } = (await pharos.cases.list({ limit: 5, signal })).data;
    return [...new Set(items.flatMap(({ last_name }) => (last_name?.trim() ? [last_name.trim()] : [])))].slice(0, 3);
  },
});
