import { nextDoubt, type Turn, turnOfWord } from '../transcript/turns.ts';
import type { CallWorkspace } from './state.ts';

/** Goes to a word, or to the turn that holds it, and closes what is open elsewhere. */
export const goTo = (
  workspace: CallWorkspace,
  word: number,
  { on_word = false, anchor = null as number | null } = {},
): void => {
  workspace.panel.set(null);
  workspace.cursor.set({ word, anchor, on_word });
  workspace.show(word, { focus: true });
};

/** Closes what is open, puts out the quoted words, and stays where it was. */
export const close = (workspace: CallWorkspace): void => {
  const cursor = workspace.cursor.get();
  workspace.cited.set(null);
  if (cursor) goTo(workspace, cursor.word, { on_word: cursor.on_word });
  else workspace.panel.set(null);
};

export const turnAtCursor = (workspace: CallWorkspace): Turn | null => {
  const { turns } = workspace.reading();
  return turns[turnOfWord(turns, workspace.cursor.get()?.word ?? 0)] ?? null;
};

export const moveTurn = (workspace: CallWorkspace, step: 1 | -1): void => {
  const { turns } = workspace.reading();
  const cursor = workspace.cursor.get();
  const next = cursor === null ? turns[0] : turns[turnOfWord(turns, cursor.word) + step];
  if (next) goTo(workspace, next.start);
};

export const moveWord = (workspace: CallWorkspace, step: 1 | -1, extend: boolean): void => {
  const { words } = workspace.reading().draft;
  const cursor = workspace.cursor.get();
  const at = cursor?.word ?? 0;
  const word = cursor?.on_word ? Math.min(Math.max(at + step, 0), words.length - 1) : at;
  if (words.length > 0) goTo(workspace, word, { on_word: true, anchor: extend ? (cursor?.anchor ?? at) : null });
};

/** The selected words as a range, or null where there are none. */
export const selection = (workspace: CallWorkspace): { start: number; end: number } | null => {
  const cursor = workspace.cursor.get();
  if (!cursor || cursor.anchor === null) return null;
  return { start: Math.min(cursor.anchor, cursor.word), end: Math.max(cursor.anchor, cursor.word) + 1 };
};

/** Next speaker without a name after the cursor, from the beginning again at the end. */
export const goToUnnamed = (workspace: CallWorkspace): void => {
  const { unnamed } = workspace.reading();
  const at = workspace.cursor.get()?.word ?? -1;
  const next = unnamed.find(({ first_word }) => first_word > at) ?? unnamed[0];
  if (next) goTo(workspace, next.first_word);
};

export const goToDoubt = (workspace: CallWorkspace, step: 1 | -1): void => {
  const word = nextDoubt(workspace.reading().draft.words, workspace.cursor.get()?.word ?? -1, step);
  if (word >= 0) goTo(workspace, word, { on_word: true });
};
