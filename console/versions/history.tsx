import type { ComponentProps, ReactNode } from 'react';
import { useMayWrite } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Crumbs } from '../ui/crumbs.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { Needs } from '../ui/section.tsx';
import { useTitle } from '../ui/use-title.ts';
import { CompareForm } from './compare-form.tsx';
import styles from './history.module.css';
import { VersionList } from './version-list.tsx';

type Props = ComponentProps<typeof VersionList> & {
  /** Link to the call or the case, by its name. */
  name: string;
  crumbs: string;
  link: ReactNode;
  /** Actions for the whole history, for readers who may write. */
  tools?: ReactNode;
  /** Changes between the chosen versions, if there are two. */
  changes: ReactNode;
};

/** Versions of a call or a case, next to the differences between two of them. */
export const History = ({ name, crumbs, link, tools, changes, restore, ...list }: Props) => {
  const { versions } = useTexts();
  const { pair, newest, onShow } = list;
  const may_write = useMayWrite();
  useTitle(`${versions.title} · ${name}`);
  return (
    <Page className={styles.page}>
      <PageHeader title={versions.title} lead={versions.lead} crumbs={<Crumbs label={crumbs}>{link}</Crumbs>} />
      {may_write ? tools : <Needs level="member" what={versions.restore_needs} />}
      <div className={styles.body}>
        <VersionList {...list} restore={may_write ? restore : null} />
        <section aria-labelledby="changes">
          <h2 id="changes">{versions.changes}</h2>
          {newest > 1 && <CompareForm pair={pair} newest={newest} onShow={onShow} />}
          {pair ? changes : <p className="soft">{newest > 1 ? versions.choose : versions.only_one}</p>}
        </section>
      </div>
    </Page>
  );
};
