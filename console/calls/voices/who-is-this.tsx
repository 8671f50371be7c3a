import { useValue } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { OFFERED, type Voice } from '../../transcript/voices.ts';
import { giveName } from '../actions.ts';
import { useDesk } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';
import { HearClips } from '../player/hear-clips.tsx';
import { NameField } from './name-field.tsx';

type Props = {
  voice: Voice;
  /** The first word of the turn that asks. */
  word: number;
  /** Whether the reader is here, and the keys answer this question. */
  here: boolean;
  typing: boolean;
};

/** A voice without a name asks for it, in its own turn. */
export const WhoIsThis = ({ voice, word, here, typing }: Props) => {
  const { calls } = useTexts();
  const desk = useDesk();
  const names = useValue(desk.names, (names) => names);
  const give = (name: string) => giveName(desk, voice.id, name);
  return (
    <fieldset className="question">
      <legend>{calls.who_is_this}</legend>
      <HearClips voice={voice} here={here} />
      {names.slice(0, OFFERED).map((name, index) => (
        <button key={name} type="button" className="chip answer" onClick={() => give(name)}>
          {here && <Key>{index + 1}</Key>} {name}
        </button>
      ))}
      {typing ? (
        <NameField label={calls.name} names={names} onName={give} onLeave={() => goTo(desk, word)} />
      ) : (
        <button
          type="button"
          className="chip answer"
          onClick={() => {
            goTo(desk, word);
            desk.panel.set({ kind: 'name', id: voice.id, word });
          }}
        >
          {here && <Key>N</Key>} {calls.someone_new}
        </button>
      )}
    </fieldset>
  );
};

const Key = ({ children }: { children: string | number }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
);
