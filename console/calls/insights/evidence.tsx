import type { Evidence as Cited } from '@pharos/contract/generations.ts';
import { useObservable } from '../../api/use-observable.ts';
import { shortName } from '../../naming/voice-name.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { turnOfWord } from '../../transcript/turns.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { PlaySign } from '../player/icons.tsx';
import { VoiceMark } from '../voices/voice-mark.tsx';
import styles from './insights.module.css';

/** Milliseconds that are played before and after quoted words, so that they are not cut into. */
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
      {quoted && <Quote cited={cited} />}
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

/** Words of the same turn that are shown before and after quoted ones. */
const CONTEXT = 7;

/** Quoted words within what was said around them; by themselves where the call has changed since. */
const Quote = ({ cited }: { cited: Cited }) => {
  const { draft, turns } = useReading();
  const { start_word, end_word, text } = cited;
  const turn = turns[turnOfWord(turns, start_word)];
  const said = (from: number, to: number) =>
    draft.words
      .slice(from, to)
      .map((word) => word.text.trim())
      .join(' ');
  const from = Math.max(turn?.start ?? start_word, start_word - CONTEXT);
  const to = Math.min(Math.max(turn?.end ?? end_word, end_word), end_word + CONTEXT);
  const known = turn && said(start_word, end_word) === text;
  return (
    <blockquote className={styles.quote} dir="auto">
      {known && from < start_word && `${from > turn.start ? '… ' : ''}${said(from, start_word)} `}
      <b>{text}</b>
      {known && to > end_word && ` ${said(end_word, to)}${to < turn.end ? ' …' : ''}`}
    </blockquote>
  );
};
