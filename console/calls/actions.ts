import type { Desk } from './desk.ts';
import { confirmWord, correct, freshId, mergeVoices, nameVoice, reassign } from './draft.ts';
import { countFixes, fixEverywhere, fixOf } from './everywhere.ts';
import { isDoubtful, nextDoubt, type Turn, turnOfWord } from './turns.ts';
import type { Voice } from './voices.ts';

/** Goes to a word, or to the turn that holds it, and closes what is open elsewhere. */
export const goTo = (desk: Desk, word: number, { on_word = false, anchor = null as number | null } = {}): void => {
  desk.panel.set(null);
  desk.cursor.set({ word, anchor, on_word });
  desk.show(word, true);
};

export const turnAtCursor = (desk: Desk): Turn | null => {
  const { turns } = desk.reading();
  return turns[turnOfWord(turns, desk.cursor.get()?.word ?? 0)] ?? null;
};

export const moveTurn = (desk: Desk, step: 1 | -1): void => {
  const { turns } = desk.reading();
  const cursor = desk.cursor.get();
  const next = cursor === null ? turns[0] : turns[turnOfWord(turns, cursor.word) + step];
  if (next) goTo(desk, next.start);
};

export const moveWord = (desk: Desk, step: 1 | -1, extend: boolean): void => {
  const { words } = desk.reading().draft;
  const cursor = desk.cursor.get();
  const at = cursor?.word ?? 0;
  const word = cursor?.on_word ? Math.min(Math.max(at + step, 0), words.length - 1) : at;
  if (words.length > 0) goTo(desk, word, { on_word: true, anchor: extend ? (cursor?.anchor ?? at) : null });
};

/** The selected words as a range, or null where there are none. */
export const selection = (desk: Desk): { start: number; end: number } | null => {
  const cursor = desk.cursor.get();
  if (!cursor || cursor.anchor === null) return null;
  return { start: Math.min(cursor.anchor, cursor.word), end: Math.max(cursor.anchor, cursor.word) + 1 };
};

/** The next voice without a name after the cursor, going round. */
export const goToUnnamed = (desk: Desk): void => {
  const { unnamed } = desk.reading();
  const at = desk.cursor.get()?.word ?? -1;
  const next = unnamed.find(({ first_word }) => first_word > at) ?? unnamed[0];
  if (next) goTo(desk, next.first_word);
};

export const goToDoubt = (desk: Desk, step: 1 | -1): void => {
  const word = nextDoubt(desk.reading().draft.words, desk.cursor.get()?.word ?? -1, step);
  if (word >= 0) goTo(desk, word, { on_word: true });
};

/** Stands for the word at the cursor, and goes on to the next doubt. */
export const confirm = (desk: Desk): void => {
  const cursor = desk.cursor.get();
  const word = cursor?.on_word ? desk.reading().draft.words[cursor.word] : undefined;
  if (!desk.may_write || !cursor || !word || !isDoubtful(word)) return;
  desk.store.edit((draft) => confirmWord(draft, cursor.word));
  goToDoubt(desk, 1);
};

/** The voice that a digit would name: the one at the cursor, or before anybody has gone anywhere the first. */
export const voiceAsked = (desk: Desk): Voice | null => {
  const { voice_of, unnamed } = desk.reading();
  if (!desk.may_write) return null;
  if (desk.cursor.get() === null) return unnamed[0] ?? null;
  const turn = turnAtCursor(desk);
  const voice = turn && voice_of.get(turn.speaker);
  return voice?.name === null ? voice : null;
};

/** Says who a voice is, and goes on to the next one without a name. */
export const giveName = (desk: Desk, id: string | null, name: string): void => {
  if (name.trim() === '') return;
  desk.store.edit((draft) => nameVoice(draft, id, name.trim()));
  desk.panel.set(null);
  if (desk.reading().unnamed.length > 0) goToUnnamed(desk);
  else desk.show(desk.cursor.get()?.word ?? 0, true);
};

/** Opens the field for a name that is not among the offered ones. */
export const askForName = (desk: Desk): void => {
  const voice = voiceAsked(desk);
  if (!voice) return;
  const word = desk.cursor.get()?.word ?? voice.first_word;
  goTo(desk, word);
  desk.panel.set({ kind: 'name', id: voice.id, word });
};

export const askWhoSays = (desk: Desk): void => {
  const turn = turnAtCursor(desk);
  if (!desk.may_write || !turn || desk.cursor.get() === null) return;
  desk.panel.set({ kind: 'reassign', ...(selection(desk) ?? { start: turn.start, end: turn.end }) });
};

/** Gives the words of the open panel to a voice that is there, or to one of its own. */
export const giveWords = (desk: Desk, id: string | null): void => {
  const panel = desk.panel.get();
  if (panel?.kind !== 'reassign') return;
  desk.store.edit((draft) => reassign(draft, panel.start, panel.end, id ?? freshId(draft)));
  goTo(desk, panel.start);
};

export const merge = (desk: Desk, from: string | null, into: string): void => {
  desk.store.edit((draft) => mergeVoices(draft, from, into));
};

export const startCorrection = (desk: Desk): void => {
  const turn = turnAtCursor(desk);
  const cursor = desk.cursor.get();
  if (!desk.may_write || !turn || !cursor) return;
  desk.panel.set({ kind: 'correct', start: turn.start, end: turn.end, word: cursor.on_word ? cursor.word : null });
};

/** Saves the open correction, and offers to fix the same mistake elsewhere. */
export const finishCorrection = (desk: Desk, text: string): void => {
  const panel = desk.panel.get();
  if (panel?.kind !== 'correct') return;
  const { words } = desk.reading().draft;
  const { start, end } = panel;
  const on_word = desk.cursor.get()?.on_word ?? false;
  desk.store.edit((draft) => correct(draft, start, end, text));
  const { words: corrected } = desk.reading().draft;
  const last = Math.max(corrected.length - 1, 0);
  goTo(desk, Math.min(panel.word ?? start, last), { on_word });
  const fix = fixOf(words.slice(start, end), corrected.slice(start, end + corrected.length - words.length));
  const count = fix ? countFixes(corrected, fix) : 0;
  if (fix && count > 0) desk.panel.set({ kind: 'fix', fix, count, word: Math.min(start, last) });
};

export const fixAll = (desk: Desk): void => {
  const panel = desk.panel.get();
  if (panel?.kind !== 'fix') return;
  desk.store.edit((draft) => ({ ...draft, words: fixEverywhere(draft.words, panel.fix) }));
  goTo(desk, desk.cursor.get()?.word ?? panel.word);
};

/** A digit answers what is asked at the cursor: who is this, or who says this. */
export const answer = (desk: Desk, digit: number): void => {
  const panel = desk.panel.get();
  if (panel?.kind === 'reassign') {
    const voice = desk.reading().voices[digit - 1];
    if (voice?.id != null) giveWords(desk, voice.id);
    return;
  }
  const [voice, name] = [voiceAsked(desk), desk.names.get()[digit - 1]];
  if (voice && name !== undefined) giveName(desk, voice.id, name);
};
