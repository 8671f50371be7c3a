import { nextDoubt, type Turn, turnOfWord } from '../transcript/turns.ts';
import type { Desk } from './state.ts';

/** Goes to a word, or to the turn that holds it, and closes what is open elsewhere. */
export const goTo = (desk: Desk, word: number, { on_word = false, anchor = null as number | null } = {}): void => {
  desk.panel.set(null);
  desk.cursor.set({ word, anchor, on_word });
  desk.show(word, { focus: true });
};

/** Closes what is open, and stays where it was. */
export const close = (desk: Desk): void => {
  const cursor = desk.cursor.get();
  if (cursor) goTo(desk, cursor.word, { on_word: cursor.on_word });
  else desk.panel.set(null);
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
