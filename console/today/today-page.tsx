import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FirstSteps } from '../demo/first-steps.tsx';
import { callTime, titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useFormats, useLocale, useTexts } from '../texts/texts.tsx';
import { LinkList, LinkTitle } from '../ui/link-list.tsx';
import { Page, PageHeader } from '../ui/page.tsx';
import { useTitle } from '../ui/use-title.ts';
import { todayQuery } from './queries.ts';
import { TranscriptionsInProgress } from './transcriptions-in-progress.tsx';

const NEWEST = 5;

export const TodayPage = () => {
  const { calls, today } = useTexts();
  const { weekday, moment } = useFormats();
  const { data } = useSuspenseQuery(todayQuery());
  const people = new Map(data.cases.map((one) => [one.uuid, one]));
  const { services } = data;
  useTitle(today.title);
  return (
    <Page>
      <PageHeader title={today.title} lead={weekday(new Date().toLocaleDateString('sv'))} />
      <FirstSteps is_empty={data.cases.length === 0} is_demo={data.is_demo} />
      {data.strange.length > 0 && (
        <section aria-labelledby="whose">
          <h2 id="whose">{calls.whose.title}</h2>
          <CallList calls={data.strange} people={people} none={today.no_calls} lamp />
        </section>
      )}
      <section aria-labelledby="needs-you">
        <h2 id="needs-you">{today.to_name}</h2>
        <CallList calls={data.unnamed} people={people} none={today.all_named} lamp />
      </section>
      <TranscriptionsInProgress />
      <section aria-labelledby="services">
        <h2 id="services">{today.services}</h2>
        {services.length === 0 && <p className="soft">{today.no_services}</p>}
        <LinkList>
          {services.map((one) => (
            <CaseLine
              key={one.uuid}
              one={one}
              at={one.date_of_service as string}
              text={weekday(one.date_of_service as string)}
            />
          ))}
        </LinkList>
      </section>
      <section aria-labelledby="latest">
        <h2 id="latest">{today.latest}</h2>
        <CallList calls={data.latest} people={people} none={today.no_calls} />
      </section>
      {data.cases.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest">{today.newest}</h2>
          <LinkList>
            {data.cases.slice(0, NEWEST).map((one) => (
              <CaseLine key={one.uuid} one={one} at={one.created_at} text={moment(one.created_at)} />
            ))}
          </LinkList>
        </section>
      )}
    </Page>
  );
};

const CaseLine = ({ one, at, text }: { one: Case; at: string; text: string }) => (
  <li>
    <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
      <LinkTitle>{personOf(one, useTexts())}</LinkTitle>
      <span className="soft figures">{one.external_id}</span>
      <time className="soft" dateTime={at}>
        {text}
      </time>
    </Link>
  </li>
);

type Props = { calls: ListedCall[]; people: Map<string, Case>; none: string; lamp?: boolean };

const CallList = ({ calls, people, none, lamp }: Props) => {
  const { texts, formats } = useLocale();
  if (calls.length === 0) return <p className="soft">{none}</p>;
  return (
    <LinkList>
      {calls.map((call) => {
        const person = people.get(call.case_uuid);
        return (
          <li key={call.uuid}>
            <Link to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
              <LinkTitle needs={lamp}>{titleOf(call, texts, formats)}</LinkTitle>
              {person && <span className="soft">{personOf(person, texts)}</span>}
              <time className="soft" dateTime={callTime(call)}>
                {formats.moment(callTime(call))}
              </time>
            </Link>
          </li>
        );
      })}
    </LinkList>
  );
};
