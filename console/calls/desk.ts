import { createContext, useContext } from 'react';
import { useValue } from '../shell/use-value.ts';
import { createValue, type Value } from '../shell/value.ts';
import { createSpoken } from './player/light.ts';
import { createSound, type Sound } from './player/sound.ts';
import type { Spoken } from './player/speech.ts';
import type { Playhead } from './playhead.ts';
import type { CallStore } from './saving/call-store.ts';
import type { Draft } from './saving/draft.ts';
import type { Split } from './voices/split.ts';
import { orderOf, type Voice, voicesOf } from './voices/voices.ts';
import type { Fix } from './words/everywhere.ts';
import type { Range } from './words/find.ts';
import { isDoubtful, type Turn, turnsOf } from './words/turns.ts';

/** A draft as it is read: derived, never changed. */
export type Reading = {
  draft: Draft;
  turns: Turn[];
  voices: Voice[];
  voice_of: Map<string | null, Voice>;
  unnamed: Voice[];
  doubtful: number;
};

/** Where the reader is: on a turn, or on a word of it; `anchor` is where a selection of words began. */
export type Cursor = { word: number; anchor: number | null; on_word: boolean };

/** What is open in the page, at one place of it. */
export type Panel =
  | { kind: 'name'; id: string | null; word: number }
  | { kind: 'reassign'; start: number; end: number }
  | { kind: 'correct'; start: number; end: number; word: number | null }
  | { kind: 'fix'; fix: Fix; count: number; word: number };

/** Everything that the parts of a call's page share. */
export type Desk = {
  store: CallStore;
  playhead: Playhead;
  sound: Sound;
  /** The word that is being said. */
  spoken: Pick<Value<Spoken>, 'get' | 'subscribe'>;
  may_write: boolean;
  /** Null until the reader has gone anywhere. */
  cursor: Value<Cursor | null>;
  panel: Value<Panel | null>;
  /** The voice that is being taken apart into two people. */
  split: Value<Split | null>;
  /** A correction that is being written, where it differs; null where nothing would be lost. */
  written: Value<string | null>;
  found: Value<{ ranges: Range[]; at: number }>;
  /** Names to answer with, by the digits. */
  names: Value<string[]>;
  reading(): Reading;
  /** Brings a word into view, `centred` in the middle of it; with `focus` the keyboard is there then. */
  show(word: number, how?: { focus?: boolean; centred?: boolean }): void;
};

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
