import type { ListedCall } from '@pharos/contract/calls.ts';
import { usePrefetchQuery, useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { ShowMore } from '../ui/infinite-list.tsx';
import { Answer } from '../ui/search-results.tsx';
import { useTitle } from '../ui/use-title.ts';
import { FoundCall, FoundCase } from './found.tsx';
import { foundCases, namedCalls } from './queries.ts';
import '../ui/page.css';
import '../ui/forms/forms.css';
import './search.css';

const route = getRouteApi('/house/search');

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
    <div className="page search-page">
      <header>
        <h1>{search.title}</h1>
      </header>
      <search>
        <form
          className="row"
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
            className="input"
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
          {search.honest}
        </p>
      </search>
      <Answer to={q}>{(asked) => asked && <Results q={asked} />}</Answer>
    </div>
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
      <p role="status" className={found === 0 ? 'none' : 'soft'}>
        {found === 0 ? search.none(q) : search.found(found, list.hasNextPage)}
      </p>
      {[...elsewhere].map(([case_uuid, named]) => (
        <section key={case_uuid} className="found" aria-label={search.named}>
          <h2>{search.named}</h2>
          <ul className="lines">
            {named.map((call) => (
              <FoundCall key={call.uuid} call={call} />
            ))}
          </ul>
        </section>
      ))}
      {cases.map((one) => (
        <FoundCase key={one.uuid} one={one} />
      ))}
      <ShowMore of={list} />
    </>
  );
};
