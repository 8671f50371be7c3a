import type { Reply } from '@pharos/client';
import { infiniteQueryOptions, type QueryKey, type UseSuspenseInfiniteQueryResult } from '@tanstack/react-query';
import { useTexts } from '../texts/texts.tsx';

const PAGE = 50;

type Page<T> = { items: T[]; next_cursor: string | null };
type Given = { cursor?: string; limit: number; signal: AbortSignal };

/** A list of the API, page by page. */
export const pagesOf = <T,>(queryKey: QueryKey, read: (given: Given) => Promise<Reply<Page<T>>>) =>
  infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }) =>
      (await read({ cursor: pageParam ?? undefined, limit: PAGE, signal })).data,
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  });

type More = Pick<UseSuspenseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError'> & {
  fetchNextPage(): Promise<unknown>;
};

/** Where a list goes on. */
export const ShowMore = ({ of }: { of: More }) => {
  const { shell, print } = useTexts();
  if (!of.hasNextPage) return null;
  return (
    <div>
      <button type="button" className="button" disabled={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {shell.more}
      </button>
      <p className="on-paper soft">{print.goes_on}</p>
      <div role="alert">{of.isFetchNextPageError && <p className="wrong">{shell.unreachable}</p>}</div>
    </div>
  );
};
