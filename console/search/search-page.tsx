import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { textOf } from '../ui/forms/form-values.ts';
import { Page, PageHeader } from '../ui/page.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { useTitle } from '../ui/use-title.ts';
import { type Asked, hashOf, MAX_CHARACTERS, readAsked } from './asked.ts';
import { Examples } from './examples.tsx';
import { Filters } from './filters.tsx';
import { FoundCases } from './found-cases.tsx';
import { Said } from './said.tsx';
import styles from './search-page.module.css';

/** One field for the whole home: people, cases and every word that was said. */
export const SearchPage = () => {
  const { search } = useTexts();
  const asked = readAsked(useLocation({ select: ({ hash }) => hash }));
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  // Another address shows what it asks for; the field itself stays, with its focus.
  useEffect(() => {
    if (field.current) field.current.value = asked?.q ?? '';
  }, [asked?.q]);
  // The name of the page is kept by browsers and shown to whoever looks over a shoulder: it holds no words.
  useTitle(search.title);
  const ask = (next: Asked | null) => void navigate({ to: '/search', hash: next ? hashOf(next) : '' });
  return (
    <Page className={styles.page}>
      <PageHeader title={search.title} />
      <search className={styles.search}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const q = textOf(new FormData(event.currentTarget), 'q');
            ask(q === '' ? null : { ...asked, q });
          }}
        >
          <input
            ref={field}
            type="search"
            name="q"
            className={`input ${styles.field}`}
            maxLength={MAX_CHARACTERS}
            dir="auto"
            autoComplete="off"
            aria-label={search.field}
            aria-describedby={asked ? undefined : 'searches'}
            placeholder={search.field}
            defaultValue={asked?.q}
          />
          <button type="submit" className="button first">
            {search.find}
          </button>
        </form>
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
              <Said asked={shown} />
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
