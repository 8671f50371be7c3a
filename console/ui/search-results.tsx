import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router';
import { type ReactNode, startTransition, useDeferredValue, useEffect } from 'react';
import { queries } from '../api/query-client.ts';
import { useDoor } from '../api/use-sign-in-redirect.ts';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from './forms/trouble.ts';
import { TroubleNotice } from './forms/trouble-notice.tsx';
import './loading.css';

/**
 * What is found for what an address asks. Until it is there, what was found before stays, and so does the form beside it:
 * nobody types into a page that goes away. Routes of such pages have no `loaderDeps`, by which another search would be
 * another page; their loaders run when the page is entered.
 */
export const Answer = <T,>({ to, children }: { to: T; children: (asked: T) => ReactNode }) => {
  const { shell } = useTexts();
  const shown = useDeferredValue(to);
  return (
    <div className="answer" aria-busy={shown !== to}>
      <p role="status" className="soft late">
        {shown !== to && shell.loading}
      </p>
      <CatchBoundary getResetKey={() => JSON.stringify(shown ?? null)} errorComponent={NoAnswer}>
        {children(shown)}
      </CatchBoundary>
    </div>
  );
};

const NoAnswer = ({ error, reset }: ErrorComponentProps) => {
  const texts = useTexts();
  const signed_out = useDoor(error);
  useEffect(() => forgetFailed, []);
  const again = () => {
    forgetFailed();
    // Until there is an answer the notice stays, and with it the page.
    startTransition(reset);
  };
  return signed_out ? null : <TroubleNotice trouble={troubleOf(error, texts)} again={again} />;
};

/** What could not be found is asked for anew the next time. What was read before is kept for whoever has no connection. */
const forgetFailed = () =>
  queries.removeQueries({
    type: 'inactive',
    predicate: ({ state }) => state.status === 'error' && state.data === undefined,
  });
