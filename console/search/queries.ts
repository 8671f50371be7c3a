import { PharosError } from '@pharos/client/error.ts';
import { UUID_PATTERN } from '@pharos/contract/table/schema.ts';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

const CALLS_OF_A_CASE = 6;

/** What the address asks for. */
export const readSearch = ({ q }: Record<string, unknown>): { q?: string } =>
  typeof q === 'string' && q.trim() !== '' ? { q: q.trim().slice(0, 200) } : {};

/** The cases whose name, number or notes have the words. */
export const foundCases = (q: string) =>
  pagesOf(['search', 'cases', q], (given) => pharos.cases.list({ ...given, q, limit: 10 }));

/** The latest calls of a case that was found. */
export const callsOfCase = (case_uuid: string) =>
  queryOptions({
    queryKey: ['search', 'calls of', case_uuid],
    queryFn: async ({ signal }) => (await pharos.calls.list({ case_uuid, limit: CALLS_OF_A_CASE, signal })).data,
  });

/** The calls that the text names: by their own uuid, or by what the provider calls them. */
export const namedCalls = (q: string) =>
  queryOptions({
    queryKey: ['search', 'calls', q],
    queryFn: async ({ signal }) => {
      const [own, theirs] = await Promise.all([
        new RegExp(UUID_PATTERN).test(q) ? pharos.calls.get({ call_uuid: q, signal }).catch(noneIfMissing) : null,
        pharos.calls.list({ assembly_ai_id: q, limit: 20, signal }),
      ]);
      const others = theirs.data.items.filter(({ uuid }) => uuid !== own?.data.uuid);
      return own ? [own.data, ...others] : others;
    },
  });

const noneIfMissing = (error: unknown) => {
  if (error instanceof PharosError && error.status_code === 404) return null;
  throw error;
};
