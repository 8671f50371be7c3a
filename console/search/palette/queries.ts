import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';
import { completeQuery } from '../asked.ts';
import { MOST_ALONE } from './rows.ts';

/** People, cases and calls that a text names. What is typed next ends it. */
export const namesQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'names', q],
    queryFn: async ({ signal }) => (await pharos.search.names({ body: { q, limit: MOST_ALONE }, signal })).data,
    enabled: q !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });

/** The best sentences with these words. */
export const wordsQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', 'palette', q],
    queryFn: async ({ signal }) =>
      (await pharos.search.post({ body: { q: completeQuery(q), limit: MOST_ALONE }, signal })).data.items,
    enabled: q.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
  });
