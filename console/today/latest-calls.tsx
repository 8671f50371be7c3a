import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { Link } from '@tanstack/react-router';
import { JobState } from '../jobs/job-state.tsx';
import { useLatestJobs } from '../jobs/latest.ts';
import { isOpen } from '../jobs/queries.ts';
import { callTime, titleOf } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useLocale } from '../texts/texts.tsx';
import styles from './latest-calls.module.css';

const SHOWN = 8;

/** The latest calls that need nobody, and those that are being transcribed. */
export const LatestCalls = ({ calls, cases }: { calls: ListedCall[]; cases: Case[] }) => {
  const { texts, formats } = useLocale();
  const jobs = useLatestJobs();
  const people = new Map(cases.map((one) => [one.uuid, one]));
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="latest" className={styles.latest}>
      <h2 id="latest">{texts.today.latest}</h2>
      <ul>
        {calls.slice(0, SHOWN).map((call) => {
          const person = people.get(call.case_uuid);
          const job = jobs.get(call.uuid);
          return (
            <li key={call.uuid}>
              <Link to="/calls/$call_uuid" params={{ call_uuid: call.uuid }} className={styles.call}>
                <span className={styles.title}>{titleOf(call, texts, formats)}</span>
                <time className="soft" dateTime={callTime(call)}>
                  {formats.clockOr(callTime(call))}
                </time>
                {person && (
                  <span className="soft">
                    {personOf(person, texts)}
                    {call.duration !== null && `, ${formats.about(call.duration)}`}
                  </span>
                )}
                {job && isOpen(job) && <JobState job={job} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
