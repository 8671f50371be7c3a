import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useMayWrite } from '../../api/me.ts';
import { useObservable } from '../../api/use-observable.ts';
import { AddRecording } from '../../recordings/add-recording.tsx';
import { UploadList } from '../../recordings/upload-list.tsx';
import { useFileDrop } from '../../recordings/use-file-drop.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useWorkspace } from '../call-workspace.ts';
import { playerHeight } from '../publish-height.ts';
import { BackToSpoken } from './follow.tsx';
import { PauseSign, PlaySign } from './icons.tsx';
import { useMediaKeys } from './media-keys.ts';
import { playOrPause } from './play-from-cursor.ts';
import { RATES, rate, silence } from './playback-settings.ts';
import styles from './player.module.css';
import { peaksQuery, recordingQuery } from './queries.ts';
import { SilentNotice } from './silent-notice.tsx';
import { Waveform } from './waveform.tsx';

/** Player at the top of a call, or a note that it has no recording. */
export const Player = ({ title }: { title: string }) => {
  const { calls, ui } = useTexts();
  const { store } = useWorkspace();
  const { uuid, case_uuid } = useObservable(store, ({ call }) => call);
  const without_words = useObservable(store, ({ draft }) => draft.source === null);
  const { data: recording, isError, refetch } = useQuery(recordingQuery(uuid));
  const may_write = useMayWrite();
  // A recording that has arrived has filled fields of the call, whose next change names the newer version.
  const missed = useRef(false);
  useEffect(() => {
    if (recording === null) missed.current = true;
    else if (recording && missed.current) void store.refresh().catch(() => {});
  }, [recording, store]);
  if (isError && !recording) {
    return (
      <div className={styles.soundless} role="status">
        <span className="soft">{calls.player.unreachable}</span>
        <button type="button" className="button small" aria-label={calls.player.again} onClick={() => void refetch()}>
          {ui.try_again}
        </button>
      </div>
    );
  }
  if (recording === undefined) return <div className={styles.soundless} />;
  if (recording === null) {
    return (
      <div className={styles.soundless}>
        <span className="soft">{calls.player.missing}</span>
        {may_write && <AddRecording call_uuid={uuid} case_uuid={case_uuid} without_words={without_words} />}
      </div>
    );
  }
  return <Controls call_uuid={uuid} case_uuid={case_uuid} title={title} known_ms={recording.duration_ms} />;
};

type Props = { call_uuid: string; case_uuid: string; title: string; known_ms: number | null };

const Controls = ({ call_uuid, case_uuid, title, known_ms }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { sound, store } = workspace;
  const { data: peaks } = useQuery(peaksQuery(call_uuid));
  const { playing, waiting, duration_ms } = useObservable(sound, (state) => state);
  const said_s = useObservable(store, ({ call }) => call.duration);
  const length_ms = duration_ms ?? peaks?.duration_ms ?? known_ms ?? (said_s ?? 0) * 1000;
  useMediaKeys(title, length_ms);
  // A file that is dropped here has nowhere to go, and must not take the page away.
  useFileDrop(() => {});
  return (
    <section className={styles.player} data-player="" ref={playerHeight} aria-label={calls.player.name}>
      {/* biome-ignore lint/a11y/useMediaCaption: its words are the page itself. */}
      <audio ref={sound.attach} src={`/v1/calls/${call_uuid}/recording?playable=true`} preload="none" />
      <button
        type="button"
        className={`round ${styles.play} ${waiting ? styles.waiting : ''}`}
        aria-label={playing ? calls.player.pause : calls.player.play}
        onClick={() => playOrPause(workspace)}
      >
        {playing ? <PauseSign /> : <PlaySign />}
      </button>
      <Clock duration_ms={length_ms} />
      <Waveform peaks={peaks ?? null} duration_ms={length_ms} />
      <div className={styles.settings}>
        <PlaybackSettings />
      </div>
      <BackToSpoken />
      <span role="status" className={styles.drawing}>
        {peaks === undefined && <span className="unseen">{calls.player.drawing}</span>}
        {peaks === null && <span className="unseen">{calls.player.no_waveform}</span>}
      </span>
      <SilentNotice call_uuid={call_uuid} duration_ms={length_ms} />
      <UploadList call_uuid={call_uuid} case_uuid={case_uuid} only_refused />
    </section>
  );
};

const Clock = ({ duration_ms }: { duration_ms: number }) => {
  const { playhead } = useWorkspace();
  const at = useObservable(playhead, ({ at_ms }) => clock(Math.min(Math.max(at_ms, 0), duration_ms)));
  return (
    <span className={`${styles.clock} figures`}>
      <span>{at}</span>
      <span className="soft"> / {clock(duration_ms)}</span>
    </span>
  );
};

/** Controls for the speed and for skipping silence. */
const PlaybackSettings = () => {
  const { calls } = useTexts();
  const { sound } = useWorkspace();
  const fast = useSyncExternalStore(rate.subscribe, rate.get);
  const skips = useSyncExternalStore(silence.subscribe, silence.get) === 'skipped';
  useEffect(() => sound.setRate(Number(fast)), [sound, fast]);
  useEffect(() => sound.skipSilence(skips), [sound, skips]);
  return (
    <>
      <select
        className="input small"
        aria-label={calls.player.speed}
        value={fast}
        onChange={(event) => rate.set(event.target.value as typeof fast)}
      >
        {RATES.map((one) => (
          <option key={one} value={one}>
            {calls.player.times(Number(one))}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button small"
        aria-pressed={skips}
        onClick={() => silence.set(skips ? 'heard' : 'skipped')}
      >
        {calls.player.skip_silence}
      </button>
    </>
  );
};
