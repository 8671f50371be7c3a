import type { ComponentProps, ReactNode } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { CompareForm } from './compare-form.tsx';
import { VersionList } from './version-list.tsx';

type Props = ComponentProps<typeof VersionList> & {
  /** What differs between the pair of versions, where there is one. */
  changes: ReactNode;
};

/** The versions of a call or a case beside what differs between two of them. */
export const HistoryBody = ({ changes, ...list }: Props) => {
  const { history } = useTexts();
  const { pair, newest, onShow } = list;
  return (
    <div className="history-body">
      <VersionList {...list} />
      <section aria-labelledby="changes">
        <h2 id="changes">{history.changes}</h2>
        {newest > 1 && <CompareForm pair={pair} newest={newest} onShow={onShow} />}
        {pair ? changes : <p className="soft">{newest > 1 ? history.choose : history.only_one}</p>}
      </section>
    </div>
  );
};
