import { usePrefetchInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { personOf } from '../naming/person.ts';
import { useTexts } from '../texts/texts.tsx';
import type { Asked } from './asked.ts';
import styles from './people-found.module.css';
import { peopleQuery, saidQuery } from './queries.ts';

/** People of that name, each with a way to the latest of their calls. Nothing where there are none. */
export const PeopleFound = ({ asked }: { asked: Asked }) => {
  const texts = useTexts();
  const { search } = texts;
  // Asked for before the people make the page wait: all of it comes at once, and nothing moves.
  usePrefetchInfiniteQuery(saidQuery(asked));
  const { data: people } = useSuspenseQuery(peopleQuery(asked.q));
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">
        {search.people} <span className="soft figures">{people.length}</span>
      </h2>
      <ul className={styles.people}>
        {people.map(({ name, kind, calls, call, case: its_case }) => (
          <li key={`${call.uuid} ${name}`}>
            <Link className={`${styles.person} card`} to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
              <span className={styles.name} dir="auto">
                {name}
              </span>
              <span className="soft">
                {personOf(its_case, texts)} · {search.palette.calls_of(calls)}
              </span>
              {kind === 'name' && <span className={styles.alike}>{search.palette.sounds_alike}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
