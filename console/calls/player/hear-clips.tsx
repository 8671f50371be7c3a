import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import type { Voice } from '../../transcript/voices.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { Answer } from '../question.tsx';
import { clipsOf } from './clips.ts';
import styles from './hear-clips.module.css';
import { PlaySign } from './icons.tsx';
import { hearVoice } from './keys.ts';
import type { Span } from './speech.ts';

/** Button that plays clips of a speaker, to recognize who it is. */
export const HearClips = ({ voice, here }: { voice: Voice; here: boolean }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { draft, turns } = useReading();
  const there = useObservable(workspace.sound, (state) => state.there);
  const clips = there ? clipsOf(draft.words, turns, voice.id) : [];
  if (clips.length === 0) return null;
  return (
    <>
      <Answer hears keyed={here ? 'H' : null} onPress={() => hearVoice(workspace, voice)}>
        <PlaySign /> {calls.player.hear_clips(clips.length)}
      </Answer>
      <ClipHeard clips={clips} />
    </>
  );
};

/** Clip that is playing, highlighted and announced. */
export const ClipHeard = ({ clips }: { clips: readonly Span[] }) => {
  const { calls } = useTexts();
  const { sound } = useWorkspace();
  const at = useObservable(sound, ({ clip, clips: [first] }) => (first?.from_ms === clips[0]?.from_ms ? clip : null));
  return (
    <span role="status" className={`${styles.heard} soft figures`}>
      {at !== null && calls.player.clip_of(at + 1, clips.length)}
    </span>
  );
};
