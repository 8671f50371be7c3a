import type { AuditEvent } from '@pharos/contract/audit.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWho } from '../api/users.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { Facts } from '../ui/facts.tsx';
import { Folded } from '../ui/folded.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListRow } from '../ui/list-item.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { Section } from '../ui/section.tsx';
import { eventWords } from './action-words.ts';
import styles from './audit-page.module.css';
import { AuditFilterForm } from './filter-form.tsx';
import { type AuditFilter, auditPages } from './queries.ts';
import { Subject } from './subject.tsx';
import { VerifyChain } from './verify-chain.tsx';

const route = getRouteApi('/app/settings/audit');

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
    <section aria-labelledby="events">
      <h2 id="events">{audit.events}</h2>
      <AuditFilterForm key={JSON.stringify(filter)} filter={filter} />
      <SearchResults of={filter}>{(asked) => <FoundEvents filter={asked} />}</SearchResults>
    </section>
  );
};

const FoundEvents = ({ filter }: { filter: AuditFilter }) => {
  const { audit } = useTexts();
  const list = useSuspenseInfiniteQuery(auditPages(filter));
  const events = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {events.length === 0 && <Empty aloud>{audit.none}</Empty>}
      <List label={audit.events} ordered>
        {events.map((event) => (
          <Event key={event.uuid} event={event} />
        ))}
      </List>
      <ShowMore of={list} />
    </>
  );
};

const Event = ({ event }: { event: AuditEvent }) => {
  const { texts, formats } = useLocale();
  const { audit } = texts;
  const words = eventWords(useWho()(event.actor_uuid), event, texts);
  const { before_version, after_version, request_id, address } = event;
  const versions =
    after_version !== null && before_version !== after_version ? audit.version(before_version, after_version) : null;
  return (
    <ListRow className={styles.event}>
      <time className="soft" dateTime={event.at}>
        {formats.moment(event.at)}
      </time>
      <span title={event.action}>
        {words.before}
        {words.record !== null && <Subject event={event} otherwise={words.record} />}
        {words.after}
      </span>
      <span className={event.outcome === 'failed' ? 'chip lamp' : 'chip'}>{audit.outcomes[event.outcome]}</span>
      <Folded summary={audit.more_of(formats.count(event.position))}>
        <Facts
          facts={[
            [audit.position, formats.count(event.position)],
            [audit.action_name, event.action],
            [audit.subject, event.subject_uuid],
            [audit.versions, versions],
            [audit.address, address],
            [audit.request, request_id],
            [audit.hash, event.hash],
          ]}
        />
      </Folded>
    </ListRow>
  );
};
