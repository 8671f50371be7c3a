import type { ComponentProps, ReactNode } from 'react';
import { useMayWrite } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Needs } from '../ui/section.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CompareForm } from './compare-form.tsx';
import { VersionList } from './version-list.tsx';
import '../ui/page.css';
import '../cases/cases.css';
import './versions.css';

type Props = ComponentProps<typeof VersionList> & {
  /** What it is the history of, by its name, and the way there. */
  name: string;
  crumbs: string;
  link: ReactNode;
  /** What can be done with the whole, for whoever may write. */
  tools?: ReactNode;
  /** What differs between the pair of versions, where there is one. */
  changes: ReactNode;
};

/** The versions of a call or a case beside what differs between two of them. */
export const History = ({ name, crumbs, link, tools, changes, restore, ...list }: Props) => {
  const { history } = useTexts();
  const { pair, newest, onShow } = list;
  const may_write = useMayWrite();
  useTitle(`${history.title} · ${name}`);
  return (
    <div className="page history">
      <header>
        <nav aria-label={crumbs} className="crumbs">
          {link}
        </nav>
        <h1>{history.title}</h1>
        <p className="lead">{history.lead}</p>
      </header>
      {may_write ? tools : <Needs level="member" what={history.restore_needs} />}
      <div className="history-body">
        <VersionList {...list} restore={may_write ? restore : null} />
        <section aria-labelledby="changes">
          <h2 id="changes">{history.changes}</h2>
          {newest > 1 && <CompareForm pair={pair} newest={newest} onShow={onShow} />}
          {pair ? changes : <p className="soft">{newest > 1 ? history.choose : history.only_one}</p>}
        </section>
      </div>
    </div>
  );
};
