import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { useTitle } from '../ui/use-title.ts';
import { type Asked, hashOf, readAsked } from './asked.ts';
import { Examples } from './examples.tsx';
import { Filters } from './filters.tsx';
import { FoundCases } from './found-cases.tsx';
import { PeopleFound } from './people-found.tsx';
import { endOthers } from './queries.ts';
import { Said } from './said.tsx';
import { SearchField } from './search-field.tsx';
import styles from './search-page.module.css';

/** One field for the whole home: people, cases and every word that was said. Results follow what is typed. */
export const SearchPage = () => {
  const { search } = useTexts();
  const { hash, typed } = useLocation({ select: ({ hash, state }) => ({ hash, typed: state.typed === true }) });
  const asked = readAsked(hash);
  const navigate = useNavigate();
  // The name of the page is kept by browsers and shown to whoever looks over a shoulder: it holds no words.
  useTitle(search.title);
  // What was asked for and is not wanted any more is not waited for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash is what is asked
  useEffect(() => void endOthers(asked), [hash]);
  const ask = (next: Asked | null, typing = false) =>
    void navigate({
      to: '/search',
      hash: next ? hashOf(next) : '',
      ...(typing && { replace: true, state: { typed: true } }),
    });
  return (
    <Page className={styles.page}>
      <PageHeader title={search.title} />
      <search className={styles.search}>
        <SearchField
          q={asked?.q ?? ''}
          typed={typed}
          onLook={(q) => q !== (asked?.q ?? '') && ask(q === '' ? null : { ...asked, q }, true)}
        />
        {asked ? (
          <Filters asked={asked} ask={ask} />
        ) : (
          <p id="searches" className="soft">
            {search.scope}
          </p>
        )}
      </search>
      <SearchResults of={asked ?? undefined}>
        {(shown) =>
          shown ? (
            <>
              <PeopleFound asked={shown} />
              <Said asked={shown} ask={ask} />
              <FoundCases q={shown.q} />
            </>
          ) : (
            <Examples />
          )
        }
      </SearchResults>
    </Page>
  );
};
