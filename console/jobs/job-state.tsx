import type { Job } from '@pharos/contract/jobs.ts';
import { useLocale } from '../texts/texts.tsx';

/** State of a transcription, amber if it failed. */
export const JobState = ({ job: { state, progress } }: { job: Pick<Job, 'state' | 'progress'> }) => {
  const { texts, formats } = useLocale();
  const { long_states, progress: how_far } = texts.jobs;
  const text = state === 'running' && progress > 0 ? how_far(formats.percent(progress)) : long_states[state];
  return <span className={state === 'failed' ? 'chip lamp' : 'chip'}>{text}</span>;
};
