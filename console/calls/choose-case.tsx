import type { Case } from '@pharos/contract/cases.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { offersQuery, someCases } from '../api/cases.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { useLater } from '../ui/use-later.ts';
import styles from './whose-call.module.css';

export type Choosing = { move(to: Case): void; busy: boolean };

/** Cases that a call may belong to, each with its reason. */
export const Offers = ({ call_uuid, ...choosing }: Choosing & { call_uuid: string }) => {
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

/** Field that finds a case by name or number. */
export const FindCase = (choosing: Choosing) => {
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

/** One case to choose. */
export const OneCase = ({ one, move, busy, children }: Choosing & { one: Case; children?: ReactNode }) => (
  <button type="button" className={styles.offer} aria-disabled={busy} onClick={() => busy || move(one)}>
    <span className={styles.person}>{personOf(one, useTexts())}</span>
    {children}
  </button>
);
