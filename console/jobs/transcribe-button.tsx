import type { Job } from '@pharos/contract/jobs.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMayWrite } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useMayTranscribe } from '../api/speech.ts';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { JobState } from './job-state.tsx';
import { JobTools } from './job-tools.tsx';
import { jobOfCall } from './latest.ts';
import { NotSetUp } from './not-set-up.tsx';
import { reasonWords, remarkWords } from './reason-words.ts';
import styles from './transcribe-button.module.css';

type Props = { call_uuid: string; onDone(): void };

/** Transcription of a recording without a transcript: the button, its progress, and another try after a failure. */
export const TranscribeButton = ({ call_uuid, onDone }: Props) => {
  const { data: job } = useQuery(jobOfCall(call_uuid));
  const may_write = useMayWrite();
  // Also where it was done before this page could see it under way.
  useEffect(() => {
    if (job?.state === 'succeeded') onDone();
  }, [job, onDone]);
  if (job === undefined) return null;
  return (
    <div className={styles.transcribe}>
      {job && job.state !== 'cancelled' && <Progress job={job} />}
      {may_write && (job && job.state !== 'succeeded' ? <JobTools job={job} /> : <Ask call_uuid={call_uuid} />)}
    </div>
  );
};

const Progress = ({ job }: { job: Job }) => {
  const texts = useTexts();
  const reason = reasonWords(job, texts);
  const remarks = remarkWords(job, texts);
  return (
    <div role="status">
      <JobState job={job} />{' '}
      {reason !== null && (
        <span className="soft">
          {texts.jobs.reason} {reason}
        </span>
      )}
      {remarks.length > 0 && (
        <span className="soft">
          {texts.jobs.note} {remarks.join(' ')}
        </span>
      )}
    </div>
  );
};

const Ask = ({ call_uuid }: { call_uuid: string }) => {
  const { jobs } = useTexts();
  const may_transcribe = useMayTranscribe();
  const ask = useChange(() => pharos.jobs.transcribe({ call_uuid, body: {} }), { kind: 'job' });
  if (!may_transcribe) return <NotSetUp />;
  return (
    <>
      <button type="button" className="button first" disabled={ask.busy} onClick={() => ask.run(undefined)}>
        {jobs.transcribe}
      </button>
      <TroubleNotice trouble={ask.trouble} />
    </>
  );
};
