import type { Observable } from '../api/observable.ts';
import type { Turn } from '../transcript/turns.ts';
import type { Voice } from '../transcript/voices.ts';
import type { Sound } from './player/sound.ts';
import type { SpokenWord } from './player/speech.ts';
import type { Playhead } from './playhead.ts';
import type { CallStore } from './saving/call-store.ts';
import type { Draft } from './saving/draft.ts';
import type { Range } from './words/find.ts';
import type { Fix } from './words/replace-all.ts';

/** Split of one speaker into two people, turn by turn. */
export type Split = {
  id: string | null;
  /** Turns of the second person, by their first words; all others stay with the speaker. */
  second: ReadonlySet<number>;
  /** True if each turn is played as the reader comes to it. */
  hears: boolean;
  /** True once all turns are assigned, and the second person's name is asked for. */
  naming: boolean;
};

/** A draft as it is read: derived, never changed. */
export type Reading = {
  draft: Draft;
  turns: Turn[];
  voices: Voice[];
  voice_of: Map<string | null, Voice>;
  unnamed: Voice[];
  doubtful: number;
};

/** Reader's place: a turn, or a word of it; `anchor` is where a selection of words began. */
export type Cursor = { word: number; anchor: number | null; on_word: boolean };

/** Panel that is open at one place of the page. */
export type Panel =
  | { kind: 'name'; id: string | null; word: number }
  | { kind: 'reassign'; start: number; end: number }
  | { kind: 'correct'; start: number; end: number; word: number | null }
  | { kind: 'fix'; fix: Fix; count: number; word: number };

/** Everything that the parts of a call's page share. */
export type CallWorkspace = {
  store: CallStore;
  playhead: Playhead;
  sound: Sound;
  /** The word that is being said. */
  spoken: Pick<Observable<SpokenWord>, 'get' | 'subscribe'>;
  may_write: boolean;
  /** Null until the reader has gone anywhere. */
  cursor: Observable<Cursor | null>;
  /** Cursor when something was last played. */
  heard: Observable<Cursor | null>;
  panel: Observable<Panel | null>;
  /** Speaker that is being split into two people. */
  split: Observable<Split | null>;
  /** A correction that is being written, where it differs; null where nothing would be lost. */
  written: Observable<string | null>;
  found: Observable<{ ranges: Range[]; at: number }>;
  /** Quoted words of a finding that the reader has opened. */
  cited: Observable<Range | null>;
  /** Names to answer with, by the digits. */
  names: Observable<string[]>;
  reading(): Reading;
  /** Brings a word into view, `centred` in the middle of it; with `focus` the keyboard is there then. */
  show(word: number, how?: { focus?: boolean; centred?: boolean }): void;
};
