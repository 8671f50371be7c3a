import { useObservable } from '../../api/use-observable.ts';
import { voiceName } from '../../naming/voice-name.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { finishCorrection } from '../actions.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { conflictsOf, type Difference, mergeDrafts, type Said } from './conflict.ts';
import { draftOf } from './draft.ts';
import { useNames } from './merged-notice.tsx';
import { Panel } from './panel.tsx';

/** Maximum differences shown; the others are counted. */
const SHOWN = 30;

/** Panel for a conflict: their change next to yours, to choose from; nothing is lost until then. */
export const Conflict = () => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { store } = workspace;
  const { draft, saved, theirs } = useObservable(store, (state) => state);
  const who = useNames(theirs?.by ?? []);
  if (!theirs) return null;
  const differences = conflictsOf(saved, draft, draftOf(theirs.reply.data));
  // What is being written meanwhile stands among words that are about to be others.
  const both = () => {
    const written = workspace.written.get();
    if (written !== null) finishCorrection(workspace, written);
    store.resolve(mergeDrafts);
  };
  return (
    <Panel title={who === '' ? calls.conflict : calls.conflict_with(who)}>
      <p className="soft">{calls.conflict_hint}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{calls.before}</th>
            <th scope="col">{who === '' ? calls.theirs : who}</th>
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
        <button type="button" className="button first" onClick={both}>
          {calls.keep_both}
        </button>
        <button type="button" className="button" onClick={() => store.resolve('theirs')}>
          {calls.discard_mine}
        </button>
      </p>
    </Panel>
  );
};

const keyOf = (difference: Difference) =>
  difference.kind === 'label' ? `label ${difference.id}` : `${difference.at_ms} ${JSON.stringify(difference)}`;

const Row = ({ difference }: { difference: Difference }) => {
  const { calls } = useTexts();
  const { voice_of } = useReading();
  const voice = (id: string | null) => {
    const known = voice_of.get(id);
    return known ? voiceName(known, calls) : (id ?? calls.unknown_speaker);
  };
  const told = (what: string | null | Said): string => {
    if (what === null || typeof what === 'string') return what || calls.no_name;
    const who = what.speakers.map(voice).join(', ');
    return who === '' ? what.text : `${who}: ${what.text}`;
  };
  // Where nothing was before, nothing was taken out.
  const wordsOf = (what: string | null | Said) => told(what) || calls.words_removed;
  const letter = difference.kind === 'label' ? voice_of.get(difference.id)?.letter : undefined;
  const before = told(difference.before) || '–';
  const [theirs, yours] = [difference.theirs, difference.yours].map(wordsOf);
  const changed = (text: string | undefined) =>
    text === before ? <span className="soft">{calls.unchanged}</span> : text;
  return (
    <tr>
      <th scope="row">
        {difference.kind === 'words' ? clock(difference.at_ms) : calls.speaker(letter ?? difference.id)}
      </th>
      <td dir="auto">{before}</td>
      <td dir="auto">{changed(theirs)}</td>
      <td dir="auto">{changed(yours)}</td>
    </tr>
  );
};
