import type { CaseCall } from '@pharos/contract/cases.ts';
import type { Job } from '@pharos/contract/jobs.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { JobState } from '../jobs/job-state.tsx';
import { useLatestJobs } from '../jobs/latest.ts';
import { isOpen } from '../jobs/queries.ts';
import { callTime, titleOf } from '../naming/call-title.ts';
import { isolate } from '../texts/isolate.ts';
import { useLocale } from '../texts/texts.tsx';
import { nameOf, voicesOf } from '../transcript/voices.ts';
import styles from './timeline.module.css';

/** Number of latest calls shown; the others on request. */
const SHOWN = 30;

/** The calls of a case in the order in which they came, each with who is in it and what it still needs. */
export const Timeline = ({ calls }: { calls: CaseCall[] }) => {
  const { cases } = useLocale().texts;
  const jobs = useLatestJobs();
  const [all, setAll] = useState(false);
  if (calls.length === 0) return <p className="soft">{cases.no_calls}</p>;
  const earlier = all || calls.length <= SHOWN + 1 ? 0 : calls.length - SHOWN;
  return (
    <>
      {earlier > 0 && (
        <p className={`${styles.earlier} off-paper`}>
          <button type="button" className="button small" onClick={() => setAll(true)}>
            {cases.earlier(earlier)}
          </button>
        </p>
      )}
      <ol className={styles.timeline}>
        {calls.slice(earlier).map((call) => (
          <TimelineCall key={call.uuid} call={call} job={jobs.get(call.uuid)} />
        ))}
      </ol>
    </>
  );
};

const TimelineCall = ({ call, job }: { call: CaseCall; job: Job | undefined }) => {
  const { texts, formats } = useLocale();
  const words = call.transcript?.words ?? [];
  const voices = voicesOf(words, call.speaker_labels);
  const unnamed = voices.filter(({ name }) => name === null).length;
  const names = [...new Set(voices.flatMap(({ name }) => nameOf(name) ?? []))];
  const has_failed = job?.state === 'failed' && call.transcript === null;
  const length = call.duration === null ? [] : [formats.length(call.duration)];
  return (
    <li className={`${styles.call} ${unnamed > 0 || has_failed ? styles.needs : ''}`}>
      <Link className={`${styles.card} card`} to="/calls/$call_uuid" params={{ call_uuid: call.uuid }}>
        <span className={styles.title}>{titleOf(call, texts, formats)}</span>
        <time className="soft" dateTime={callTime(call)}>
          {formats.moment(callTime(call))}
        </time>
        <span className={`${styles.facts} soft`}>
          {[...length, names.slice(0, 4).map(isolate).join(' · ')].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.chips}>
          {job && (isOpen(job) || has_failed) ? (
            <JobState job={job} />
          ) : (
            call.transcript === null && <span className="chip">{texts.cases.no_transcript}</span>
          )}
          {unnamed > 0 && <span className="chip lamp">{texts.calls.speakers_to_name(unnamed)}</span>}
          {call.is_fully_labelled && unnamed === 0 && <span className="chip">{texts.cases.fully_labelled}</span>}
        </span>
      </Link>
    </li>
  );
};
