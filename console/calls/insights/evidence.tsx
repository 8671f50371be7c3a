import type { Evidence as Cited } from '@pharos/contract/generations.ts';
import { useObservable } from '../../api/use-observable.ts';
import { shortName } from '../../naming/voice-name.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { PlaySign } from '../player/icons.tsx';
import { VoiceMark } from '../voices/voice-mark.tsx';
import styles from './insights.module.css';

/** Milliseconds that are heard before and after quoted words, so that they are not cut into. */
const AROUND = 300;

/** Quoted words: a click lights them in the transcript and plays them. */
export const Evidence = ({ cited, quoted = true }: { cited: Cited; quoted?: boolean }) => {
  const { calls, generations } = useTexts();
  const workspace = useWorkspace();
  const { voices, voice_of } = useReading();
  const plays = useObservable(workspace.sound, ({ there }) => there);
  const voice = voice_of.get(cited.speaker);
  const time = clock(cited.start_ms);
  const hear = () => {
    workspace.cursor.set({ word: cited.start_word, anchor: null, on_word: false });
    workspace.show(cited.start_word, { centred: true });
    workspace.cited.set({ start: cited.start_word, end: cited.end_word });
    const from_ms = Math.max(0, cited.start_ms - AROUND);
    if (plays) workspace.sound.playClips([{ from_ms, to_ms: cited.end_ms + AROUND }]);
  };
  return (
    <div className={styles.evidence}>
      {quoted && (
        <blockquote className={styles.quote} dir="auto">
          {cited.text}
        </blockquote>
      )}
      <p className={styles.source}>
        <button
          type="button"
          className={`${styles.play} figures`}
          aria-label={plays ? generations.play(time) : generations.go(time)}
          onClick={hear}
        >
          {plays && <PlaySign />} {time}
        </button>
        {voice && (
          <span>
            <VoiceMark place={voice.place} /> {shortName(voice, voices, calls)}
          </span>
        )}
      </p>
    </div>
  );
};
