import type { Case } from '@pharos/contract/cases.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { caseAloneQuery, offersQuery, someCases } from '../api/cases.ts';
import { pharos } from '../api/pharos.ts';
import { useObservable } from '../api/use-observable.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { useLater } from '../ui/use-later.ts';
import { useWorkspace } from './call-workspace.ts';
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
      <Find move={move} busy={change.busy} />
      <p>
        <Link to="/cases/$case_uuid" params={{ case_uuid }} className="button small">
          {whose.new_case}
        </Link>
      </p>
      <TroubleNotice trouble={change.trouble} />
    </section>
  );
};

type Choosing = { move(to: Case): void; busy: boolean };

const Offers = ({ call_uuid, ...choosing }: Choosing & { call_uuid: string }) => {
  const { texts, formats } = useLocale();
  const { whose } = texts.calls;
  const { data } = useQuery(offersQuery(call_uuid));
  if (!data?.length) return null;
  return (
    <ul className={styles.offers}>
      {data.map((offer) => (
        <li key={offer.case.uuid}>
          <OneCase one={offer.case} {...choosing}>
            {offer.reasons.map(({ kind, text, at }) => (
              <span key={kind} className="soft">
                {kind === 'number' ? whose.by_number(formats.moment(at as string)) : whose.by_name(text)}
              </span>
            ))}
          </OneCase>
        </li>
      ))}
    </ul>
  );
};

/** Milliseconds without a key after which cases are looked for, so that a name is not sent letter by letter. */
const PAUSE = 200;

const Find = (choosing: Choosing) => {
  const { calls } = useTexts();
  const { whose } = calls;
  const [typed, setTyped] = useState('');
  const q = useLater(typed.trim(), PAUSE);
  const { data } = useQuery({ ...someCases(q), enabled: q !== '' });
  return (
    <>
      <input
        type="search"
        dir="auto"
        className="input"
        maxLength={200}
        aria-label={calls.whose.find}
        placeholder={whose.find}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {q !== '' && data?.length === 0 && <p role="status">{whose.none(q)}</p>}
      {q !== '' && data !== undefined && data.length > 0 && (
        <ul className={styles.offers}>
          {data.map((one) => (
            <li key={one.uuid}>
              <OneCase one={one} {...choosing}>
                {one.external_id && <span className="soft figures">{one.external_id}</span>}
              </OneCase>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const OneCase = ({ one, move, busy, children }: Choosing & { one: Case; children: ReactNode }) => (
  <button type="button" className={styles.offer} aria-disabled={busy} onClick={() => busy || move(one)}>
    <span className={styles.person}>{personOf(one, useTexts())}</span>
    {children}
  </button>
);
