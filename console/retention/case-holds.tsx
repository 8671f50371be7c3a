import { useInfiniteQuery } from '@tanstack/react-query';
import { useReaches } from '../api/me.ts';
import { useTexts } from '../texts/texts.tsx';
import { Disclosure } from '../ui/forms/disclosure.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List } from '../ui/list-item.tsx';
import { Needs } from '../ui/section.tsx';
import styles from './case-holds.module.css';
import { HoldForm } from './hold-form.tsx';
import { HoldLine } from './hold-list.tsx';
import { holdsOfCase } from './queries.ts';

/** Holds of a case on its page: everybody who may read the case sees why it has to stay. */
export const CaseHolds = ({ case_uuid }: { case_uuid: string }) => {
  const texts = useTexts();
  const { retention } = texts;
  const list = useInfiniteQuery(holdsOfCase(case_uuid));
  const may_hold = useReaches('admin');
  const holds = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-labelledby="holds" className={styles.holds}>
      <h2 id="holds">{retention.holds}</h2>
      <TroubleNotice trouble={list.data ? null : list.error && troubleOf(list.error, texts)} again={list.refetch} />
      {list.data && holds.length === 0 && <p className="soft">{retention.case_not_held}</p>}
      <List>
        {holds.map((hold) => (
          <HoldLine key={hold.uuid} hold={hold} may_release={may_hold} />
        ))}
      </List>
      <ShowMore of={list} />
      {may_hold ? (
        <Disclosure label={retention.place} quiet>
          <HoldForm case_uuid={case_uuid} />
        </Disclosure>
      ) : (
        <Needs level="admin" what={retention.hold_needs} />
      )}
    </section>
  );
};
