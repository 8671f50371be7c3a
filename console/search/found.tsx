import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { callTime, titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { troubleOf } from '../ui/forms/trouble.ts';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { LinkList, LinkTitle } from '../ui/link-list.tsx';
import styles from './found.module.css';
import { callsOfCase } from './queries.ts';

/** A case that was found, with the latest of its calls. */
export const FoundCase = ({ one }: { one: Case }) => {
  const texts = useTexts();
  const { cases, search } = texts;
  const { data, error, refetch } = useQuery(callsOfCase(one.uuid));
  const person = personOf(one, texts);
  return (
    <FoundGroup
      label={person}
      heading={
        <>
          <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
            {person}
          </Link>{' '}
          <span className="soft figures">{one.external_id}</span>
        </>
      }
    >
      <TroubleNotice trouble={error && troubleOf(error, texts)} again={refetch} />
      {data?.items.length === 0 && <p className="soft">{cases.no_calls}</p>}
      <LinkList>
        {data?.items.map((call) => (
          <FoundCall key={call.uuid} call={call} />
        ))}
      </LinkList>
      {data?.next_cursor && (
        <p>
          <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }} className="button small">
            {search.all_calls}
          </Link>
        </p>
      )}
    </FoundGroup>
  );
};

type GroupProps = { label: string; heading: ReactNode; children: ReactNode };

/** Group of results under a heading. */
export const FoundGroup = ({ label, heading, children }: GroupProps) => (
  <section className={styles.found} aria-label={label}>
    <h2>{heading}</h2>
    {children}
  </section>
);

export const FoundCall = ({ call }: { call: ListedCall }) => {
  const { texts, formats } = useLocale();
  return (
    <li>
      <Link to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
        <LinkTitle>{titleOf(call, texts, formats)}</LinkTitle>
        {call.duration !== null && <span className="soft">{formats.length(call.duration)}</span>}
        <time className="soft" dateTime={callTime(call)}>
          {formats.moment(callTime(call))}
        </time>
      </Link>
    </li>
  );
};
