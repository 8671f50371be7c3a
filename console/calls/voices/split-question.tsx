import type { ReactNode } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { shortName } from '../../naming/voice-name.ts';
import { useTexts } from '../../texts/texts.tsx';
import type { Turn } from '../../transcript/turns.ts';
import type { Voice } from '../../transcript/voices.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';
import { clipsOf } from '../player/clips.ts';
import { ClipHeard } from '../player/hear-clips.tsx';
import { PlaySign } from '../player/icons.tsx';
import { Answer, Question } from '../question.tsx';
import { giveRest, giveTurn, hearTurn } from './split.ts';
import { VoiceMark } from './voice-mark.tsx';

type Props = {
  voice: Voice;
  turn: Turn;
  second: boolean;
  /** True at the reader's place, where keys answer this question. */
  here: boolean;
};

/** Question of who speaks a turn, while a speaker is split. */
export const SplitQuestion = ({ voice, turn, second, here }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const place = useNextPlace();
  const sounds = useObservable(workspace.sound, ({ there }) => there);
  const { draft, voices } = useReading();
  const name = shortName(voice, voices, calls);
  const one = (pressed: boolean, key: string, mark: number, name: string) => (
    <Chip
      pressed={pressed}
      here={here}
      keyed={key}
      onPress={() => {
        goTo(workspace, turn.start);
        giveTurn(workspace, turn, key === '2');
      }}
    >
      <VoiceMark place={mark} /> {name}
    </Chip>
  );
  return (
    <Question legend={calls.split.whose}>
      {sounds && (
        <Chip
          here={here}
          keyed="H"
          onPress={() => {
            goTo(workspace, turn.start);
            hearTurn(workspace, turn);
          }}
        >
          <PlaySign /> {calls.split.hear}
        </Chip>
      )}
      {one(!second, '1', voice.place, name)}
      {one(second, '2', place, calls.split.second)}
      {here && (
        <Chip here keyed="A" onPress={() => giveRest(workspace, turn)}>
          {calls.split.rest(second ? name : calls.split.second)}
        </Chip>
      )}
      {here && sounds && <ClipHeard clips={clipsOf(draft.words, [turn], turn.speaker)} />}
    </Question>
  );
};

type ChipProps = { pressed?: boolean; here: boolean; keyed: string; onPress(): void; children: ReactNode };

const Chip = ({ pressed, here, keyed, onPress, children }: ChipProps) => (
  <Answer pressed={pressed} keyed={here ? keyed : null} tabIndex={here ? 0 : -1} onPress={onPress}>
    {children}
  </Answer>
);

/** Place of the new speaker among all speakers. */
export const useNextPlace = (): number => Math.max(...useReading().voices.map(({ place }) => place)) + 1;
