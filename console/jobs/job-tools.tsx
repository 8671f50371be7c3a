import type { Job } from '@pharos/contract/jobs.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { isOpen } from './queries.ts';

/** Work that goes on can be cancelled; work that failed or was cancelled can be tried again. */
export const JobTools = ({ job }: { job: Job }) => {
  const { jobs, ui } = useTexts();
  const { uuid: job_uuid } = job;
  const cancel = useChange(() => pharos.jobs.cancel({ job_uuid }), { kind: 'job' });
  const retry = useChange(() => pharos.jobs.retry({ job_uuid }), { kind: 'job' });
  if (isOpen(job)) {
    return (
      <Confirm
        label={jobs.cancel}
        question={jobs.cancel_ask}
        yes={jobs.cancel}
        change={cancel}
        onYes={() => cancel.run(undefined)}
      />
    );
  }
  if (job.state === 'succeeded') return null;
  return (
    <div>
      <button type="button" className="button small" disabled={retry.busy} onClick={() => retry.run(undefined)}>
        {ui.try_again}
      </button>
      <TroubleNotice trouble={retry.trouble} />
    </div>
  );
};
