import type { SearchMatch } from '@pharos/contract/search.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';
import { useLater } from '../../ui/use-later.ts';
import type { Range } from './find.ts';

/** Milliseconds without a key after which the server is asked. */
const PAUSE = 200;

const NONE: readonly Range[] = [];

/**
 * Places of a saved call that a text reaches in another way than by its letters: numbers however they were said, words of
 * the trade, other forms and names that sound alike. Without a connection there are none.
 */
export const useReached = (call_uuid: string, version: string, text: string): readonly Range[] => {
  const q = text.trim();
  const asked = useLater(q, PAUSE);
  const { data } = useQuery({
    queryKey: ['search', 'in call', call_uuid, version, asked],
    queryFn: async ({ signal }) => {
      const { hits } = (await pharos.search.callByBody({ call_uuid, body: { q: asked }, signal })).data;
      return rangesOf(
        hits.flatMap(({ matches }) => matches),
        asked,
      );
    },
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return asked === q && q.length > 1 ? (data ?? NONE) : NONE;
};

/** Places of matches. Several words are found each by itself: of those only numbers and words of the trade are shown. */
const rangesOf = (matches: readonly SearchMatch[], asked: string): Range[] => {
  const is_one = !/\s/.test(asked);
  return matches
    .filter(({ kind }) => (is_one ? kind !== 'exact' : kind === 'number' || kind === 'trade'))
    .map(({ start_word: start, end_word: end, kind }) => ({ start, end, kind }));
};

/** Places found by their letters, and those that were reached otherwise, in their order and each once. */
export const together = (found: readonly Range[], reached: readonly Range[]): Range[] => {
  const others = reached.filter(({ start, end }) => !found.some((one) => one.start < end && one.end > start));
  return [...found, ...others].sort((one, other) => one.start - other.start);
};
