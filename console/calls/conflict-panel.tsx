import { useValue } from '../shell/value.ts';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import { type Difference, differencesOf } from './conflict.ts';
import { useDesk, useReading } from './desk.ts';
import { draftOf } from './draft.ts';

/** As many differences as one can weigh; the others are counted. */
const SHOWN = 30;

/** Two people have changed the call at once: theirs beside yours, and nothing is lost until one of you has chosen. */
export const Conflict = () => {
  const { calls } = useTexts();
  const { store } = useDesk();
  const { draft, saved, theirs } = useValue(store, (state) => state);
  if (!theirs) return null;
  const differences = differencesOf(saved, draft, draftOf(theirs.data));
  return (
    <section className="conflict card" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{calls.conflict}</h2>
      <p className="soft">{calls.conflict_hint}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{calls.before}</th>
            <th scope="col">{calls.theirs}</th>
            <th scope="col">{calls.yours}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, SHOWN).map((difference) => (
            <Row key={keyOf(difference)} difference={difference} />
          ))}
        </tbody>
      </table>
      {differences.length > SHOWN && <p className="soft">+ {differences.length - SHOWN}</p>}
      <p className="row">
        <button type="button" className="button first" onClick={() => store.resolve('both')}>
          {calls.take_both}
        </button>
        <button type="button" className="button" onClick={() => store.resolve('theirs')}>
          {calls.take_theirs}
        </button>
      </p>
    </section>
  );
};

const keyOf = (difference: Difference) =>
  difference.kind === 'label'
    ? `label ${difference.id}`
    : `${difference.at_ms} ${difference.yours} ${difference.theirs}`;

const Row = ({ difference }: { difference: Difference }) => {
  const { calls } = useTexts();
  const { voice_of } = useReading();
  const { kind, before, theirs, yours } = difference;
  const letter = kind === 'label' ? voice_of.get(difference.id)?.letter : undefined;
  const place = kind === 'words' ? clock(difference.at_ms) : calls.voice(letter ?? difference.id);
  const told = (text: string | null) =>
    text || <span className="soft">{kind === 'label' ? calls.no_label : calls.words_gone}</span>;
  return (
    <tr>
      <th scope="row">{place}</th>
      <td>{told(before)}</td>
      <td>{told(theirs)}</td>
      <td>{told(yours)}</td>
    </tr>
  );
};
