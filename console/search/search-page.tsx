import type { ListedCall } from '@pharos/contract/calls.ts';
import { usePrefetchQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { LinkList } from '../ui/link-list.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { useTitle } from '../ui/use-title.ts';
import { FoundCall, FoundCase, FoundGroup } from './found.tsx';
import { foundCases, namedCalls } from './queries.ts';
import styles from './search-page.module.css';

const route = getRouteApi('/app/search');

/** One field for the whole home. The address holds what was asked, so that it can be kept and sent. */
export const SearchPage = () => {
  const { search } = useTexts();
  const { q } = route.useSearch();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  // Another address shows what it asks for; the field itself stays, with its focus.
  useEffect(() => {
    if (field.current) field.current.value = q ?? '';
  }, [q]);
  useTitle(q ? `${q} · ${search.title}` : search.title);
  return (
    <Page className={styles.page}>
      <PageHeader title={search.title} />
      <search className={styles.search}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const wanted = textOf(new FormData(event.currentTarget), 'q');
            void navigate({ to: '/search', search: wanted === '' ? {} : { q: wanted } });
          }}
        >
          <input
            ref={field}
            type="search"
            name="q"
            className={`input ${styles.field}`}
            maxLength={200}
            dir="auto"
            aria-label={search.field}
            aria-describedby="searches"
            placeholder={search.field}
            defaultValue={q}
          />
          <button type="submit" className="button first">
            {search.find}
          </button>
        </form>
        <p id="searches" className="soft">
          {search.scope}
        </p>
      </search>
      <SearchResults of={q}>{(asked) => asked && <Results q={asked} />}</SearchResults>
    </Page>
  );
};

const Results = ({ q }: { q: string }) => {
  const { search } = useTexts();
  // Asked for before the first of the two makes the page wait.
  usePrefetchQuery(namedCalls(q));
  const list = useSuspenseInfiniteQuery(foundCases(q));
  const { data: calls } = useSuspenseQuery(namedCalls(q));
  const cases = list.data.pages.flatMap(({ items }) => items);
  const known = new Set(cases.map(({ uuid }) => uuid));
  const elsewhere = Map.groupBy(calls as ListedCall[], ({ case_uuid }) => case_uuid);
  const found = cases.length + [...elsewhere.keys()].filter((uuid) => !known.has(uuid)).length;
  return (
    <>
      {found === 0 ? (
        <Empty aloud>{search.none(q)}</Empty>
      ) : (
        <p role="status" className="soft">
          {search.found(found, list.hasNextPage)}
        </p>
      )}
      {[...elsewhere].map(([case_uuid, named]) => (
        <FoundGroup key={case_uuid} label={search.calls_with_id} heading={search.calls_with_id}>
          <LinkList>
            {named.map((call) => (
              <FoundCall key={call.uuid} call={call} />
            ))}
          </LinkList>
        </FoundGroup>
      ))}
      {cases.map((one) => (
        <FoundCase key={one.uuid} one={one} />
      ))}
      <ShowMore of={list} />
    </>
  );
};
