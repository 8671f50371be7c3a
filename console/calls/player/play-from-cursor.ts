import { turnOfWord } from '../../transcript/turns.ts';
import type { CallWorkspace } from '../state.ts';
import { endOf } from './speech.ts';

/** A little of what is around a word, in milliseconds, so that it is not cut into. */
const BEFORE = 400;
const AFTER = 500;

/** Remembers where the reader was when the sound went anywhere, or stopped; the answer ends it. */
export const followHeard = ({ sound, cursor, heard }: CallWorkspace): (() => void) => {
  let { moves, playing } = sound.get();
  return sound.subscribe(() => {
    const now = sound.get();
    if (now.moves === moves && now.playing === playing) return;
    ({ moves, playing } = now);
    heard.set(cursor.get());
  });
};

/** Pauses, or plays: from the word or turn that the cursor has moved to since the last playing, else from where it was. */
export const playOrPause = ({ sound, cursor, heard, reading }: CallWorkspace): void => {
  const at = cursor.get();
  const word = at === null || at === heard.get() ? undefined : reading().draft.words[at.word];
  const { playing, waiting } = sound.get();
  if (word === undefined || playing || waiting) sound.toggle();
  else sound.hear(word.start_ms);
};

/** Plays the picked word, with a little around it. */
export const hearWord = ({ sound, cursor, reading }: CallWorkspace): void => {
  const at = cursor.get();
  const word = at?.on_word ? reading().draft.words[at.word] : undefined;
  if (word) sound.playClips([{ from_ms: Math.max(0, word.start_ms - BEFORE), to_ms: endOf(word) + AFTER }]);
};

/** Pauses, or plays what is being corrected: on from where it was within the turn, else from the turn's beginning. */
export const playWhileWriting = (workspace: CallWorkspace): void => {
  const { sound, panel, playhead, reading } = workspace;
  const open = panel.get();
  const { playing, waiting } = sound.get();
  if (playing || waiting || open?.kind !== 'correct') {
    sound.toggle();
    return;
  }
  const { draft, turns } = reading();
  const words = draft.words.slice(open.start, open.end);
  const from_ms = words[0]?.start_ms ?? turns[turnOfWord(turns, open.start)]?.start_ms ?? 0;
  const to_ms = Math.max(...words.map(endOf), from_ms);
  const { at_ms } = playhead.get();
  if (at_ms > from_ms && at_ms < to_ms) sound.start();
  else sound.hear(from_ms);
};
