import { type ReactNode, useDeferredValue } from 'react';
import { useTexts } from '../texts/texts.tsx';
import './loading.css';

/**
 * What is found for what an address asks. Until it is there, what was found before stays, and so does the form beside it:
 * nobody types into a page that goes away.
 */
export const Answer = <T,>({ to, children }: { to: T; children: (asked: T) => ReactNode }) => {
  const { shell } = useTexts();
  const shown = useDeferredValue(to);
  return (
    <div className="answer" aria-busy={shown !== to}>
      <p role="status" className="soft late">
        {shown !== to && shell.loading}
      </p>
      {children(shown)}
    </div>
  );
};
