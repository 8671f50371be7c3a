import { useEffect, useState } from 'react';
import { queries } from '../../api/query-client.ts';
import { useObservable } from '../../api/use-observable.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { SignedOut } from '../../ui/forms/signed-out.tsx';
import { useWorkspace } from '../call-workspace.ts';
import { recordingQuery } from './queries.ts';
import styles from './silent-notice.module.css';
import { type Silence, silenceOf } from './trouble.ts';

type Props = { call_uuid: string; duration_ms: number };

/** Notice under the player when nothing can be heard: why, and what to do. */
export const SilentNotice = ({ call_uuid, duration_ms }: Props) => {
  const { calls, ui } = useTexts();
  const { sound } = useWorkspace();
  const failed = useObservable(sound, (state) => state.failed);
  const beyond = useObservable(sound, (state) => state.beyond);
  const why = useSilence(call_uuid, failed);
  return (
    <>
      <span role="status" className={beyond ? `${styles.notice} soft` : 'unseen'}>
        {beyond && calls.player.beyond(clock(duration_ms))}
      </span>
      {why !== null && (
        <p className={`${styles.notice} wrong`} role="alert">
          {why === 'kind' ? calls.player.kind : calls.player.failed}
          {why === 'signed_out' && <SignedOut />}
          {why === 'kind' && (
            <a className="button small" href={`/v1/calls/${call_uuid}/recording`} download>
              {calls.player.save}
            </a>
          )}
          <button type="button" className="button small" aria-label={calls.player.again} onClick={sound.start}>
            {ui.try_again}
          </button>
        </p>
      )}
    </>
  );
};

/** Reason, or null while there is none yet. A recording that is gone takes its player off the page. */
const useSilence = (call_uuid: string, failed: number): Silence | null => {
  const [why, setWhy] = useState<Silence | null>(null);
  useEffect(() => {
    setWhy(null);
    if (failed === 0) return;
    const leaving = new AbortController();
    void silenceOf(call_uuid, failed, leaving.signal).then((found) => {
      if (leaving.signal.aborted) return;
      if (found === 'gone') void queries.invalidateQueries({ queryKey: recordingQuery(call_uuid).queryKey });
      setWhy(found);
    });
    return () => leaving.abort();
  }, [call_uuid, failed]);
  return why;
};
