import { PharosError } from '@pharos/client/error.ts';
import type { SearchGroup } from '@pharos/contract/search.ts';
import { UUID_PATTERN } from '@pharos/contract/table/schema.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';
import { queries } from '../api/query-client.ts';
import { type Asked, completeQuery, hashOf } from './asked.ts';

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

/** Ways of reaching words as the API switches them off. */
const off = (without: Asked['without'] = []) => Object.fromEntries(without.map((reach) => [reach, false]));

/** Body of a search. */
const bodyOf = ({ who, direction, location_uuid, case_uuid, without, order, ...asked }: Asked, from?: string) => ({
  ...{ q: completeQuery(asked.q), who, from, direction, location_uuid, case_uuid, order },
  ...off(without),
});

/** Calls in which something was said, page by page. The query goes in a body: proxies log addresses. */
export const saidQuery = (asked: Asked) =>
  infiniteQueryOptions({
    queryKey: ['search', 'said', hashOf(asked)],
    queryFn: async ({ pageParam, signal }) => {
      const from = asked.days === undefined ? undefined : pageParam.from;
      const body = { ...bodyOf(asked, from), limit: CALLS_OF_A_PAGE, cursor: pageParam.cursor };
      return { ...(await pharos.search.post({ body, signal })).data, from };
    },
    // All pages of a search begin at one time, which its cursor belongs to.
    initialPageParam: { cursor: undefined, from: since(asked.days) } as { cursor?: string; from?: string },
    getNextPageParam: ({ next_cursor, from }) => (next_cursor === null ? null : { cursor: next_cursor, from }),
    retry: false,
  });

const since = (days: number | undefined) =>
  days === undefined ? undefined : new Date(Date.now() - days * DAY_MS).toISOString();

/** Number of calls that a search finds on all its pages. */
export const countQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['search', 'count', hashOf(asked)],
    queryFn: async ({ signal }) => {
      const body = { ...bodyOf(asked, since(asked.days)), count: true, limit: 1 };
      return (await pharos.search.post({ body, signal })).data.counted;
    },
    retry: false,
  });

/** Number of sentences of some calls, shown and not. */
export const sentencesIn = (groups: readonly SearchGroup[]): number =>
  groups.reduce((sum, { hits, more }) => sum + hits.length + more, 0);

/** Calls that are looked at to tell what a filter hides. */
const MOST_HIDDEN = 50;

/** Number of sentences that a search finds; `more` where there are more. */
export const sentencesQuery = (asked: Asked) =>
  queryOptions({
    queryKey: ['search', 'sentences', hashOf(asked)],
    queryFn: async ({ signal }) => {
      const body = { ...bodyOf(asked, since(asked.days)), limit: MOST_HIDDEN };
      const { items, next_cursor } = (await pharos.search.post({ body, signal })).data;
      return { n: sentencesIn(items), more: next_cursor !== null };
    },
    retry: false,
  });

/** All that was found in one call. */
export const hitsQuery = (call_uuid: string, { q, who, without }: Asked) =>
  queryOptions({
    queryKey: ['search', 'call', call_uuid, hashOf({ q, who, without })],
    queryFn: async ({ signal }) => {
      const body = { q: completeQuery(q), ...off(without) };
      const { hits } = (await pharos.search.callByBody({ call_uuid, body, signal })).data;
      return who === undefined ? hits : hits.filter(({ side }) => side === who);
    },
    retry: false,
  });

/** People who bear a name. */
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'people', q],
    queryFn: async ({ signal }) => (await pharos.search.names({ body: { q, limit: 6 }, signal })).data.people,
    retry: false,
  });

/** Kinds of results that follow what is typed. */
const FOLLOWING = new Set<unknown>(['said', 'count', 'people', 'cases', 'calls']);

/** Ends what is still being asked for another search than this one. */
export const endOthers = (asked: Asked | null): Promise<void> => {
  const current = asked ? [hashOf(asked), asked.q] : [];
  return queries.cancelQueries({
    predicate: ({ queryKey: [of, kind, what], state }) =>
      of === 'search' && FOLLOWING.has(kind) && state.data === undefined && !current.includes(String(what)),
  });
};

/** Last names of the newest cases, as examples of what can be asked. */
export const recentNames = queryOptions({
  queryKey: ['search', 'examples'],
  queryFn: async ({ signal }) => {
    const { items } = (await pharos.cases.list({ limit: 5, signal })).data;
    return [...new Set(items.flatMap(({ last_name }) => (last_name?.trim() ? [last_name.trim()] : [])))].slice(0, 3);
  },
});
