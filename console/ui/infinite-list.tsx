import type { UseSuspenseInfiniteQueryResult } from '@tanstack/react-query';
import { useTexts } from '../texts/texts.tsx';
import { troubleOf } from './forms/trouble.ts';
import { TroubleNotice } from './forms/trouble-notice.tsx';

type More = Pick<UseSuspenseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError'> & {
  error: Error | null;
  fetchNextPage(): Promise<unknown>;
};

/** Button for the next page of a list. */
export const ShowMore = ({ of }: { of: More }) => {
  const texts = useTexts();
  if (!of.hasNextPage) return null;
  // A button that was pressed by keys keeps the focus: it is not disabled while it works.
  const go = () => void (of.isFetchingNextPage || of.fetchNextPage());
  return (
    <div>
      <button type="button" className="button" aria-disabled={of.isFetchingNextPage} onClick={go}>
        {of.isFetchingNextPage ? texts.ui.loading : texts.ui.show_more}
      </button>
      <p className="on-paper soft">{texts.print.goes_on}</p>
      <TroubleNotice trouble={of.isFetchNextPageError ? troubleOf(of.error, texts) : null} />
    </div>
  );
};
