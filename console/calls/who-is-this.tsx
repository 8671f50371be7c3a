import { useValue } from '../shell/value.ts';
import { useTexts } from '../texts/texts.tsx';
import { giveName } from './actions.ts';
import { useDesk } from './desk.ts';
import { goTo } from './moves.ts';
import { NameField } from './name-field.tsx';
import type { Voice } from './voices.ts';

/** As many answers as stand in a line or two; the others come up as one types. */
const SHOWN = 6;

/** A voice without a name asks for it, in its own turn. */
export const WhoIsThis = ({ voice, typing }: { voice: Voice; typing: boolean }) => {
  const { calls } = useTexts();
  const desk = useDesk();
  const names = useValue(desk.names, (names) => names);
  const give = (name: string) => giveName(desk, voice.id, name);
  return (
    <fieldset className="question">
      <legend>{calls.who_is_this}</legend>
      {names.slice(0, SHOWN).map((name, index) => (
        <button key={name} type="button" className="chip answer" onClick={() => give(name)}>
          <span className="key" aria-hidden="true">
            {index + 1}
          </span>{' '}
          {name}
        </button>
      ))}
      {typing ? (
        <NameField
          label={calls.name}
          names={names}
          onName={give}
          onLeave={() => goTo(desk, desk.cursor.get()?.word ?? voice.first_word)}
        />
      ) : (
        <button
          type="button"
          className="chip answer"
          onClick={() => {
            const word = desk.cursor.get()?.word ?? voice.first_word;
            desk.panel.set({ kind: 'name', id: voice.id, word });
          }}
        >
          <span className="key" aria-hidden="true">
            N
          </span>{' '}
          {calls.someone_new}
        </button>
      )}
    </fieldset>
  );
};
