import type { AuditEvent } from '@pharos/contract/audit.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Section } from '../settings/section.tsx';
import { ShowMore } from '../shell/pages.tsx';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { useWho } from '../users/queries.ts';
import { AuditFilterForm } from './filter-form.tsx';
import { auditPages } from './queries.ts';
import { VerifyChain } from './verify-chain.tsx';
import './audit.css';

const route = getRouteApi('/house/settings/audit');

/** Everything that was done, read or refused in the home. */
export const AuditPage = () => (
  <Section name="audit">
    <VerifyChain />
    <Events />
  </Section>
);

const Events = () => {
  const { audit } = useTexts();
  const filter = route.useSearch();
  const list = useSuspenseInfiniteQuery(auditPages(filter));
  const events = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="events" className="audit">
      <h2 id="events">{audit.events}</h2>
      <AuditFilterForm key={JSON.stringify(filter)} filter={filter} />
      {events.length === 0 && (
        <p role="status" className="none">
          {audit.none}
        </p>
      )}
      <ol className="entries" aria-label={audit.events}>
        {events.map((event) => (
          <Event key={event.uuid} event={event} />
        ))}
      </ol>
      <ShowMore of={list} />
    </section>
  );
};

const Event = ({ event }: { event: AuditEvent }) => {
  const { texts, formats } = useSpoken();
  const { audit } = texts;
  const who = useWho();
  const { before_version, after_version, request_id, address } = event;
  const versions =
    after_version !== null && before_version !== after_version ? audit.version(before_version, after_version) : null;
  return (
    <li className="entry event">
      <time className="soft" dateTime={event.at}>
        {formats.stamp(event.at)}
      </time>
      <span>
        {who(event.actor_uuid)} <code>{event.action}</code> <Subject event={event} />
      </span>
      <span className={event.outcome === 'ok' ? 'chip' : 'chip lamp'}>{audit.outcomes[event.outcome]}</span>
      <details>
        <summary>{audit.more_of(formats.count(event.position))}</summary>
        <dl className="facts-list">
          {[
            [audit.position, formats.count(event.position)],
            [audit.subject, event.subject_uuid],
            [audit.versions, versions],
            [audit.address, address],
            [audit.request, request_id],
            [audit.hash, event.hash],
          ].map(([name, value]) => (
            <div key={name}>
              <dt className="soft">{name}</dt>
              <dd>{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
};

/** What it was done to; a case and a call have a page. */
const Subject = ({ event: { subject_type, subject_uuid } }: { event: AuditEvent }) => {
  const { audit } = useTexts();
  if (subject_uuid && subject_type === 'case') {
    return (
      <Link to="/cases/$case_uuid" params={{ case_uuid: subject_uuid }} preload={false}>
        {audit.a_case}
      </Link>
    );
  }
  if (subject_uuid && subject_type === 'call') {
    return (
      <Link to="/calls/$call_uuid" params={{ call_uuid: subject_uuid }} preload={false}>
        {audit.a_call}
      </Link>
    );
  }
  return <span className="soft">{subject_type}</span>;
};
