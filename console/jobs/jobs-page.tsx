import type { ListedJob } from '@pharos/contract/jobs.ts';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMayWrite } from '../api/me.ts';
import { useWho } from '../api/users.ts';
import { titleOfJob } from '../naming/call-title.ts';
import { personOf } from '../naming/person.ts';
import { useLocale, useTexts } from '../texts/texts.tsx';
import { Empty } from '../ui/empty.tsx';
import { ShowMore } from '../ui/infinite-list.tsx';
import { List, ListItem } from '../ui/list-item.tsx';
import { SearchResults } from '../ui/search-results.tsx';
import { Needs, Section } from '../ui/section.tsx';
import { JobTools } from './job-tools.tsx';
import { type JobState, jobPages, STATES } from './queries.ts';
import { providerName, reasonWords, remarkWords } from './reason-words.ts';

const route = getRouteApi('/app/settings/jobs');

/** Page of transcriptions in every state. */
export const JobsPage = () => {
  const { jobs } = useTexts();
  const { state } = route.useSearch();
  const may_write = useMayWrite();
  return (
    <Section name="jobs">
      {!may_write && <Needs level="member" />}
      <nav className="row" aria-label={jobs.filter}>
        <Link to="/settings/jobs" search={{}} className="chip" activeOptions={{ exact: true }}>
          {jobs.all}
        </Link>
        {STATES.map((one) => (
          <Link key={one} to="/settings/jobs" search={{ state: one }} className="chip">
            {jobs.states[one]}
          </Link>
        ))}
      </nav>
      <SearchResults of={state}>{(asked) => <Jobs state={asked} />}</SearchResults>
    </Section>
  );
};

const Jobs = ({ state }: { state: JobState | undefined }) => {
  const { jobs } = useTexts();
  const may_write = useMayWrite();
  const list = useSuspenseInfiniteQuery(jobPages(state));
  const found = list.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {found.length === 0 && <Empty>{jobs.none}</Empty>}
      <List label={jobs.list}>
        {found.map((job) => (
          <OneJob key={job.uuid} job={job} may_write={may_write} />
        ))}
      </List>
      <ShowMore of={list} />
    </>
  );
};

const OneJob = ({ job, may_write }: { job: ListedJob; may_write: boolean }) => {
  const { texts, formats } = useLocale();
  const { jobs } = texts;
  const who = useWho();
  const { call_uuid, case_uuid, provider, state, attempts, progress, created_by, created_at, finished_at } = job;
  const reason = reasonWords(job, texts);
  const remarks = remarkWords(job, texts);
  return (
    <ListItem
      title={
        <Link to="/calls/$call_uuid" params={{ call_uuid }} preload={false}>
          {titleOfJob(job, texts, formats)}
        </Link>
      }
      facts={
        <>
          <Link to="/cases/$case_uuid" params={{ case_uuid }} preload={false}>
            {personOf(job, texts)}
          </Link>
          <span className={state === 'failed' ? 'chip lamp' : 'chip'}>{jobs.states[state]}</span>
          <span>{jobs.by(providerName(provider, texts))}</span>
          {state === 'running' && <span>{formats.percent(progress)}</span>}
          <span>{jobs.asked_by(who(created_by), formats.moment(created_at))}</span>
          {finished_at && <span>{jobs.finished(formats.moment(finished_at))}</span>}
          {attempts > 1 && <span>{jobs.attempts(attempts)}</span>}
          {reason !== null && (
            <span className="wrong">
              {jobs.reason} {reason}
            </span>
          )}
          {remarks.length > 0 && (
            <span>
              {jobs.note} {remarks.join(' ')}
            </span>
          )}
        </>
      }
      aside={may_write && <JobTools job={job} />}
    />
  );
};
