import type { ListedCall } from '@pharos/contract/calls.ts';
import { usePrefetchQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTexts } from '../texts/texts.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { LinkList } from '../ui/link-list.tsx';
import { FoundCall, FoundCase, FoundGroup } from './found.tsx';
import { foundCases, namedCalls } from './queries.ts';

/** Cases by their name, number or notes, and calls by their id. Nothing where there are none. */
export const FoundCases = ({ q }: { q: string }) => {
  const { search } = useTexts();
  // Asked for before the first of the two makes the page wait.
  usePrefetchQuery(namedCalls(q));
  const list = useSuspenseInfiniteQuery(foundCases(q));
  const { data: calls } = useSuspenseQuery(namedCalls(q));
  const cases = list.data.pages.flatMap(({ items }) => items);
  const named = Map.groupBy(calls as ListedCall[], ({ case_uuid }) => case_uuid);
  return (
    <>
      {[...named].map(([case_uuid, of_case]) => (
        <FoundGroup key={case_uuid} label={search.calls_with_id} heading={search.calls_with_id}>
          <LinkList>
            {of_case.map((call) => (
              <FoundCall key={call.uuid} call={call} />
            ))}
          </LinkList>
        </FoundGroup>
      ))}
      {cases.length > 0 && (
        <p role="status" className="soft">
          {search.found(cases.length, list.hasNextPage)}
        </p>
      )}
      {cases.map((one) => (
        <FoundCase key={one.uuid} one={one} />
      ))}
      <ShowMore of={list} />
    </>
  );
};
