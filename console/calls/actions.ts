import { isDoubtful } from '../transcript/turns.ts';
import { OFFERED, type Voice, voicesNear } from '../transcript/voices.ts';
import { goTo, goToDoubt, goToUnnamed, selection, turnAtCursor } from './cursor.ts';
import { confirmWord, correct, freshId, mergeVoices, nameVoice, reassign } from './saving/draft.ts';
import type { Desk } from './state.ts';
import { countFixes, fixEverywhere, fixOf } from './words/replace-all.ts';

/** Stands for the word at the cursor, and goes on to the next doubt. */
export const confirm = (desk: Desk): void => {
  const cursor = desk.cursor.get();
  const word = cursor?.on_word ? desk.reading().draft.words[cursor.word] : undefined;
  if (!desk.may_write || !cursor || !word || !isDoubtful(word)) return;
  desk.store.edit((draft) => confirmWord(draft, cursor.word));
  goToDoubt(desk, 1);
};

/** The voice that a digit would name: the one at the cursor, which the reader sees. */
export const voiceAsked = (desk: Desk): Voice | null => {
  const { voice_of } = desk.reading();
  if (!desk.may_write || desk.cursor.get() === null) return null;
  const turn = turnAtCursor(desk);
  const voice = turn && voice_of.get(turn.speaker);
  return voice?.name === null ? voice : null;
};

/** Says who a voice is, and goes on to the next one without a name. */
export const giveName = (desk: Desk, id: string | null, name: string): void => {
  if (name.trim() === '') return;
  desk.sound.stopClips();
  desk.store.edit((draft) => nameVoice(draft, id, name.trim()));
  desk.panel.set(null);
  if (desk.reading().unnamed.length > 0) goToUnnamed(desk);
  else desk.show(desk.cursor.get()?.word ?? 0, { focus: true });
};

/** Opens the field for a name that is not among the offered ones. */
export const askForName = (desk: Desk): void => {
  if (desk.cursor.get() === null) goToUnnamed(desk);
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
    const { voices, turns } = desk.reading();
    const voice = voicesNear(voices, turns, panel.start)[digit - 1];
    if (voice?.id != null) giveWords(desk, voice.id);
    return;
  }
  // Nobody is named unseen: the first digit only goes to whoever is asked about.
  if (desk.cursor.get() === null) {
    goToUnnamed(desk);
    return;
  }
  const [voice, name] = [voiceAsked(desk), desk.names.get().slice(0, OFFERED)[digit - 1]];
  if (voice && name !== undefined) giveName(desk, voice.id, name);
};
