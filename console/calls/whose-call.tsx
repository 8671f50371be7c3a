import type { Case } from '@pharos/contract/cases.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { caseAloneQuery } from '../api/cases.ts';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { useWorkspace } from './call-workspace.ts';
import { FindCase, Offers } from './choose-case.tsx';
import styles from './whose-call.module.css';

type Moved = { from: string; to: Case };

/** Question that a call asks whose case is not known yet, with the cases that it may belong to. */
export const WhoseCall = () => {
  const texts = useTexts();
  const { whose } = texts.calls;
  const { store, may_write } = useWorkspace();
  const { uuid: call_uuid, case_uuid } = useObservable(store, ({ call }) => call);
  const { data } = useQuery(caseAloneQuery(case_uuid));
  const [moved, setMoved] = useState<Moved | null>(null);
  const change = useChange(
    async (to: string) => {
      await pharos.calls.move({ call_uuid, body: { case_uuid: to } });
      await store.refresh();
    },
    { kind: 'move' },
  );
  const move = (to: Case) => {
    setMoved({ from: case_uuid, to });
    change.run(to.uuid);
  };
  const undo = ({ from }: Moved) => {
    setMoved(null);
    change.run(from);
  };
  const is_open = data?.data.case.identified === false;
  if (moved && change.done && !is_open) {
    return (
      <div className={`${styles.moved} row`} role="status">
        <span>{whose.moved(personOf(moved.to, texts))}</span>
        <button type="button" className="button small" onClick={() => undo(moved)}>
          {texts.calls.undo}
        </button>
      </div>
    );
  }
  if (!is_open || !may_write) return null;
  return (
    <section className={styles.whose} aria-labelledby="whose-call">
      <h2 id="whose-call">{whose.title}</h2>
      <Offers call_uuid={call_uuid} move={move} busy={change.busy} />
      <FindCase move={move} busy={change.busy} />
      <p>
        <Link to="/cases/$case_uuid" params={{ case_uuid }} className="button small">
          {whose.new_case}
        </Link>
      </p>
      <TroubleNotice trouble={change.trouble} />
    </section>
  );
};
