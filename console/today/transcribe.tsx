import type { ListedJob } from '@pharos/contract/jobs.ts';
import { pharos } from '../api/pharos.ts';
import { useMayTranscribe } from '../api/speech.ts';
import { NotSetUp } from '../jobs/not-set-up.tsx';
import { useTexts } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './call-card.module.css';

/** Button that has a recording transcribed, or tries again what has failed. */
export const Transcribe = ({ call_uuid, job }: { call_uuid: string; job: ListedJob | undefined }) => {
  const { jobs, ui } = useTexts();
  const may_transcribe = useMayTranscribe();
  const again = job?.state === 'failed' || job?.state === 'cancelled' ? job.uuid : null;
  const ask = useChange(
    () => (again ? pharos.jobs.retry({ job_uuid: again }) : pharos.jobs.transcribe({ call_uuid, body: {} })),
    { kind: 'job' },
  );
  if (!may_transcribe) {
    return (
      <p className={styles.due}>
        <NotSetUp />
      </p>
    );
  }
  return (
    <div className={styles.due}>
      <TroubleNotice trouble={ask.trouble} />
      <button
        type="button"
        className={again ? 'button small' : 'button first small'}
        disabled={ask.busy}
        onClick={() => ask.run(undefined)}
      >
        {again && <Icon name="again" />}
        {again ? ui.try_again : jobs.transcribe}
      </button>
    </div>
  );
};
