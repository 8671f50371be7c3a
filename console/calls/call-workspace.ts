import { createContext, useContext } from 'react';
import { createValue } from '../api/observable.ts';
import { useValue } from '../api/use-observable.ts';
import { isDoubtful, turnsOf } from '../transcript/turns.ts';
import { orderOf, voicesOf } from '../transcript/voices.ts';
import { createSpoken } from './player/highlight-word.ts';
import { createSound } from './player/sound.ts';
import type { Playhead } from './playhead.ts';
import type { CallStore } from './saving/call-store.ts';
import type { Draft } from './saving/draft.ts';
import type { Cursor, Desk, Panel, Reading, Split } from './state.ts';
import type { Range } from './words/find.ts';

/** Reads drafts, each once; voices keep their colours from one to the next. */
const createReader = (): ((draft: Draft) => Reading) => {
  let order: (string | null)[] = [];
  let last: Reading | null = null;
  return (draft) => {
    if (last?.draft === draft) return last;
    const words = draft.words === last?.draft.words ? last : null;
    order = orderOf(draft.words, order);
    const voices = voicesOf(draft.words, draft.speaker_labels, order);
    last = {
      draft,
      turns: words?.turns ?? turnsOf(draft.words),
      voices,
      voice_of: new Map(voices.map((voice) => [voice.id, voice])),
      unnamed: voices.filter(({ name }) => name === null).sort((a, b) => a.first_word - b.first_word),
      doubtful: words?.doubtful ?? draft.words.filter(isDoubtful).length,
    };
    return last;
  };
};

export const createDesk = (store: CallStore, playhead: Playhead, may_write: boolean): Desk => {
  const read = createReader();
  const words = () => store.get().draft.words;
  return {
    store,
    playhead,
    sound: createSound(playhead, words),
    spoken: createSpoken(playhead, words),
    may_write,
    cursor: createValue<Cursor | null>(null),
    panel: createValue<Panel | null>(null),
    split: createValue<Split | null>(null),
    written: createValue<string | null>(null),
    found: createValue({ ranges: [] as Range[], at: 0 }),
    names: createValue<string[]>([]),
    reading: () => read(store.get().draft),
    show: () => {},
  };
};

/** Closes what is open, and keeps the cursor inside, when words change under it: their places are others' then. */
export const followWords = ({ store, panel, split, cursor }: Desk): (() => void) => {
  let { words } = store.get().draft;
  return store.subscribe(() => {
    const now = store.get().draft.words;
    if (now === words) return;
    words = now;
    panel.set(null);
    split.set(null);
    const at = cursor.get();
    const last = words.length - 1;
    if (at && (at.word > last || at.anchor !== null)) {
      cursor.set(last < 0 ? null : { ...at, word: Math.min(at.word, last), anchor: null });
    }
  });
};

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('there is no call on the desk');
  return desk;
};

export const useReading = (): Reading => {
  const desk = useDesk();
  return useValue(desk.store, () => desk.reading());
};
