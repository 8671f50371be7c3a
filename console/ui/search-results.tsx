import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, startTransition, useDeferredValue, useEffect } from 'react';
import { queries } from '../api/query-client.ts';
import { useSignInRedirect } from '../api/use-sign-in-redirect.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from './forms/trouble.ts';
import { TroubleNotice } from './forms/trouble-notice.tsx';
import styles from './search-results.module.css';
import { useRetry } from './use-retry.ts';

/**
 * Results for what an address asks. Until they are there, the previous ones stay, and so does the form: nobody types
 * into a page that goes away. Routes of such pages have no `loaderDeps`, by which another search would be another page;
 * their loaders run when the page is entered.
 */
export const SearchResults = <T,>({ of, children }: { of: T; children: (asked: T) => ReactNode }) => {
  const { ui } = useTexts();
  const shown = useDeferredValue(of);
  return (
    <div className={styles.results} aria-busy={shown !== of}>
      <p role="status" className={`soft ${styles.late}`}>
        {shown !== of && ui.loading}
      </p>
      <CatchBoundary getResetKey={() => JSON.stringify(shown ?? null)} errorComponent={NotFetched}>
        {children(shown)}
      </CatchBoundary>
    </div>
  );
};

const NotFetched = ({ error, reset }: ErrorComponentProps) => {
  const texts = useTexts();
  const signed_out = useSignInRedirect(error);
  useEffect(() => forgetFailed, []);
  const again = () => {
    forgetFailed();
    // Until there is an answer the notice stays, and with it the page.
    startTransition(reset);
  };
  useRetry(error, again);
  return signed_out ? null : <TroubleNotice trouble={troubleOf(error, texts)} again={again} />;
};

/** Forgets a failed search, so that it is asked again. Results that were read stay for readers without a connection. */
const forgetFailed = () =>
  queries.removeQueries({
    type: 'inactive',
    predicate: ({ state }) => state.status === 'error' && state.data === undefined,
  });
