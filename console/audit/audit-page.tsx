import type { AuditEvent } from '@pharos/contract/audit.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWho } from '../api/users.ts';
import { useSpoken, useTexts } from '../texts/texts.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { Answer } from '../ui/search-results.tsx';
import { Section } from '../ui/section.tsx';
import { eventWords } from './action-words.ts';
import { AuditFilterForm } from './filter-form.tsx';
import { type AuditFilter, auditPages } from './queries.ts';
import { Subject } from './subject.tsx';
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
  return (
    <section aria-labelledby="events" className="audit">
      <h2 id="events">{audit.events}</h2>
      <AuditFilterForm key={JSON.stringify(filter)} filter={filter} />
      <Answer to={filter}>{(asked) => <FoundEvents filter={asked} />}</Answer>
    </section>
  );
};

const FoundEvents = ({ filter }: { filter: AuditFilter }) => {
  const { audit } = useTexts();
  const list = useSuspenseInfiniteQuery(auditPages(filter));
  const events = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
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
    </>
  );
};

const Event = ({ event }: { event: AuditEvent }) => {
  const { texts, formats } = useSpoken();
  const { audit } = texts;
  const words = eventWords(useWho()(event.actor_uuid), event, texts);
  const { before_version, after_version, request_id, address } = event;
  const versions =
    after_version !== null && before_version !== after_version ? audit.version(before_version, after_version) : null;
  return (
    <li className="entry event">
      <time className="soft" dateTime={event.at}>
        {formats.stamp(event.at)}
      </time>
      <span title={event.action}>
        {words.before}
        {words.record !== null && <Subject event={event} otherwise={words.record} />}
        {words.after}
      </span>
      <span className={event.outcome === 'failed' ? 'chip lamp' : 'chip'}>{audit.outcomes[event.outcome]}</span>
      <details>
        <summary>{audit.more_of(formats.count(event.position))}</summary>
        <dl className="facts-list">
          {[
            [audit.position, formats.count(event.position)],
            [audit.action_name, event.action],
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
