import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { titleOf } from '../calls/title.ts';
import { personOf } from '../cases/person.ts';
import { FirstSteps } from '../demo/first-steps.tsx';
import { useTitle } from '../shell/use-title.ts';
import { useFormats, useSpoken, useTexts } from '../texts/texts.tsx';
import { servicesAhead } from './ahead.ts';
import { todayQuery } from './queries.ts';
import './today.css';

export const TodayPage = () => {
  const { today } = useTexts();
  const { weekday } = useFormats();
  const { data } = useSuspenseQuery(todayQuery());
  const people = new Map(data.cases.map((one) => [one.uuid, one]));
  const services = servicesAhead(data.cases, new Date());
  useTitle(today.title);
  return (
    <div className="page today">
      <header>
        <h1>{today.title}</h1>
        <p className="lead">{weekday(new Date().toLocaleDateString('sv'))}</p>
      </header>
      <FirstSteps cases={data.cases} />
      <section aria-labelledby="needs-you">
        <h2 id="needs-you">{today.voices}</h2>
        <CallList calls={data.unnamed} people={people} none={today.nothing} lamp />
      </section>
      <section aria-labelledby="services">
        <h2 id="services">{today.services}</h2>
        {services.length === 0 && <p className="soft">{today.no_services}</p>}
        <ul className="lines">
          {services.map((one) => (
            <ServiceLine key={one.uuid} one={one} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="latest">
        <h2 id="latest">{today.latest}</h2>
        <CallList calls={data.latest} people={people} none={today.no_calls} />
      </section>
    </div>
  );
};

const ServiceLine = ({ one }: { one: Case }) => {
  const texts = useTexts();
  const { weekday } = useFormats();
  return (
    <li>
      <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }}>
        <span className="title">{personOf(one, texts)}</span>
        <time className="soft" dateTime={one.date_of_service as string}>
          {weekday(one.date_of_service as string)}
        </time>
      </Link>
    </li>
  );
};

type Props = { calls: ListedCall[]; people: Map<string, Case>; none: string; lamp?: boolean };

const CallList = ({ calls, people, none, lamp }: Props) => {
  const { texts, formats } = useSpoken();
  if (calls.length === 0) return <p className="soft">{none}</p>;
  return (
    <ul className="lines">
      {calls.map((call) => {
        const person = people.get(call.case_uuid);
        return (
          <li key={call.uuid}>
            <Link to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
              {lamp && <span className="lamp-dot" aria-hidden="true" />}
              <span className="title">{titleOf(call, texts, formats)}</span>
              {person && <span className="soft">{personOf(person, texts)}</span>}
              <time className="soft" dateTime={call.created_at}>
                {formats.moment(call.created_at)}
              </time>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};
