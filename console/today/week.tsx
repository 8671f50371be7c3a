import type { Case } from '@pharos/contract/cases.ts';
import { Link } from '@tanstack/react-router';
import { personOf } from '../naming/person.ts';
import { useLocations } from '../naming/use-locations.ts';
import { useLocale } from '../texts/texts.tsx';
import { today as dayOfToday, week } from './days.ts';
import styles from './week.module.css';

/** Services shown on one day; the others are counted. */
const SHOWN = 2;

/** The services of the next seven days as a strip; nothing where there are none. */
export const Week = ({ services }: { services: Case[] }) => {
  const { texts, formats } = useLocale();
  const { today } = texts;
  if (services.length === 0) return null;
  return (
    <section className={styles.week} aria-labelledby="services">
      <h2 id="services" className="unseen">
        {today.week}
      </h2>
      <ol className={styles.days}>
        {week().map((day) => {
          const held = services.filter(({ date_of_service }) => date_of_service === day);
          const is_today = day === dayOfToday();
          if (held.length === 0 && !is_today)
            return (
              <li key={day} className={`${styles.empty} soft`}>
                <time dateTime={day}>{formats.shortDay(day)}</time>
              </li>
            );
          return (
            <li key={day} className={held.length > 0 ? styles.held : styles.now}>
              <time dateTime={day} className={styles.name}>
                {is_today && <span className={styles.dot} aria-hidden="true" />}
                {is_today ? today.is_today : formats.shortDay(day)}
              </time>
              {held.slice(0, SHOWN).map((one) => (
                <Service key={one.uuid} one={one} />
              ))}
              {held.length > SHOWN && (
                <Link to="/cases" search={{ date_field: 'date_of_service', date_from: day, date_to: day }}>
                  {today.more(held.length - SHOWN)}
                </Link>
              )}
              {held.length === 0 && <span className="soft">{today.no_service}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const Service = ({ one }: { one: Case }) => {
  const { texts } = useLocale();
  const { nameOf } = useLocations();
  const where = one.location_uuid === null ? null : nameOf(one.location_uuid);
  return (
    <Link to="/cases/$case_uuid" params={{ case_uuid: one.uuid }} className={styles.service}>
      <span className={styles.person}>{personOf(one, texts)}</span>
      {where && <span className="soft">{where}</span>}
    </Link>
  );
};
