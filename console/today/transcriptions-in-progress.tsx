import type { ListedJob } from '@pharos/contract/jobs.ts';
import { Link } from '@tanstack/react-router';
import { JobState } from '../jobs/job-state.tsx';
import { useLatestJobs } from '../jobs/latest.ts';
import { isOpen } from '../jobs/queries.ts';
import { titleOfJob } from '../naming/call-title.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { LinkList, LinkTitle } from '../ui/link-list.tsx';

const SHOWN = 8;
/** Milliseconds: what failed longer ago is found under the settings. */
const A_WEEK = 7 * 86_400_000;

/** Transcriptions in progress, and those that failed this week; nothing if there are none. */
export const TranscriptionsInProgress = () => {
  const { today } = useTexts();
  const jobs = [...useLatestJobs().values()].filter((job) => isOpen(job) || failedLately(job)).slice(0, SHOWN);
  if (jobs.length === 0) return null;
  return (
    <section aria-labelledby="words">
      <h2 id="words">{today.transcriptions}</h2>
      <LinkList>
        {jobs.map((job) => (
          <JobLine key={job.uuid} job={job} />
        ))}
      </LinkList>
    </section>
  );
};

const failedLately = ({ state, finished_at }: ListedJob) =>
  state === 'failed' && finished_at !== null && Date.now() - Date.parse(finished_at) < A_WEEK;

const JobLine = ({ job }: { job: ListedJob }) => {
  const { texts, formats } = useLocale();
  return (
    <li>
      <Link to="/calls/$call_uuid" params={{ call_uuid: job.call_uuid }}>
        <LinkTitle>{titleOfJob(job, texts, formats)}</LinkTitle>
        <JobState job={job} />
        <time className="soft" dateTime={job.created_at}>
          {formats.moment(job.created_at)}
        </time>
      </Link>
    </li>
  );
};
