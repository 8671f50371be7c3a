import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { OFFERED, type Voice } from '../../transcript/voices.ts';
import { giveName } from '../actions.ts';
import { useWorkspace } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';
import { HearClips } from '../player/hear-clips.tsx';
import { Answer, Question } from '../question.tsx';
import { NameField } from './name-field.tsx';

type Props = {
  voice: Voice;
  /** The first word of the turn that asks. */
  word: number;
  /** True at the reader's place, where keys answer this question. */
  here: boolean;
  typing: boolean;
};

/** Question for the name of an unnamed speaker, shown in a turn of theirs. */
export const WhoIsThis = ({ voice, word, here, typing }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const names = useObservable(workspace.names, (names) => names);
  const give = (name: string) => giveName(workspace, voice.id, name);
  return (
    <Question legend={calls.who_is_this}>
      <HearClips voice={voice} here={here} />
      {names.slice(0, OFFERED).map((name, index) => (
        <Answer key={name} keyed={here ? index + 1 : null} onPress={() => give(name)}>
          {name}
        </Answer>
      ))}
      {typing ? (
        <NameField label={calls.name} names={names} onName={give} onLeave={() => goTo(workspace, word)} />
      ) : (
        <Answer
          keyed={here ? 'N' : null}
          onPress={() => {
            goTo(workspace, word);
            workspace.panel.set({ kind: 'name', id: voice.id, word });
          }}
        >
          {calls.someone_new}
        </Answer>
      )}
    </Question>
  );
};
