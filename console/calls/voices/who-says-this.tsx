import { useState } from 'react';
import { voiceName } from '../../naming/voice-name.ts';
import { useTexts } from '../../texts/texts.tsx';
import { voicesNear } from '../../transcript/voices.ts';
import { giveWords } from '../actions.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { Answer, Question } from '../question.tsx';
import type { Panel } from '../state.ts';
import { VoiceMark } from './voice-mark.tsx';

/** Panel that gives a turn, or the selected words, to another speaker. */
export const WhoSaysThis = ({ panel }: { panel: Panel & { kind: 'reassign' } }) => {
  const { calls, ui } = useTexts();
  const workspace = useWorkspace();
  const { voices, turns } = useReading();
  const whole = turns.some(({ start, end }) => start === panel.start && end === panel.end);
  const [all, setAll] = useState(false);
  const near = voicesNear(voices, turns, panel.start);
  const others = all ? voices.filter((voice) => !near.includes(voice)) : [];
  return (
    <Question legend={whole ? calls.who_said_this : calls.who_said_words(panel.end - panel.start)}>
      {[...near, ...others].map((voice, index) =>
        voice.id === null ? null : (
          <Answer
            key={voice.id}
            keyed={index < near.length ? index + 1 : null}
            onPress={() => giveWords(workspace, voice.id)}
          >
            <VoiceMark place={voice.place} /> {voiceName(voice, calls)}
          </Answer>
        ),
      )}
      {!all && near.length < voices.length && (
        <Answer onPress={() => setAll(true)}>{calls.show_all(voices.length)}</Answer>
      )}
      <Answer onPress={() => giveWords(workspace, null)}>{calls.new_speaker}</Answer>
      <button type="button" className="button small plain" onClick={() => workspace.panel.set(null)}>
        {ui.cancel}
      </button>
    </Question>
  );
};
