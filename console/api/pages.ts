import type { Reply } from '@pharos/client/methods.ts';
import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

const PAGE = 50;

type Page = { items: unknown[]; next_cursor: string | null };
type Given = { cursor?: string; limit: number; signal: AbortSignal };

/** A list of the API, page by page. */
export const pagesOf = <P extends Page>(queryKey: QueryKey, read: (given: Given) => Promise<Reply<P>>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }) =>
      (await read({ cursor: pageParam ?? undefined, limit: PAGE, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });
