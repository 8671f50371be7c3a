import { useValue } from '../../shell/value.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useDesk, useReading } from '../desk.ts';
import type { Voice } from '../voices.ts';
import { clipsOf } from './clips.ts';
import { hearVoice } from './keys.ts';
import { PlaySign } from './signs.tsx';

/** Lets a voice be heard before somebody says whose it is. */
export const HearClips = ({ voice, here }: { voice: Voice; here: boolean }) => {
  const { calls } = useTexts();
  const desk = useDesk();
  const { draft, turns } = useReading();
  const there = useValue(desk.sound, (state) => state.there);
  const clips = there ? clipsOf(draft.words, turns, voice.id).length : 0;
  if (clips === 0) return null;
  return (
    <button type="button" className="chip answer hear" onClick={() => hearVoice(desk, voice)}>
      {here && (
        <span className="key" aria-hidden="true">
          H
        </span>
      )}
      <PlaySign /> {calls.player.hear_clips(clips)}
    </button>
  );
};
