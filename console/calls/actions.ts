import { isDoubtful } from '../transcript/turns.ts';
import { OFFERED, type Voice, voicesNear } from '../transcript/voices.ts';
import { goTo, goToDoubt, goToUnnamed, selection, turnAtCursor } from './cursor.ts';
import { confirmWord, correct, freshId, mergeVoices, nameVoice, reassign } from './saving/draft.ts';
import type { CallWorkspace } from './state.ts';
import { countFixes, fixEverywhere, fixOf } from './words/replace-all.ts';

/** Stands for the word at the cursor, and goes on to the next doubt. */
export const confirm = (workspace: CallWorkspace): void => {
  const cursor = workspace.cursor.get();
  const word = cursor?.on_word ? workspace.reading().draft.words[cursor.word] : undefined;
  if (!workspace.may_write || !cursor || !word || !isDoubtful(word)) return;
  workspace.store.edit((draft) => confirmWord(draft, cursor.word));
  goToDoubt(workspace, 1);
};

/** Speaker that a digit would name: the one at the cursor. */
export const voiceAsked = (workspace: CallWorkspace): Voice | null => {
  const { voice_of } = workspace.reading();
  if (!workspace.may_write || workspace.cursor.get() === null) return null;
  const turn = turnAtCursor(workspace);
  const voice = turn && voice_of.get(turn.speaker);
  return voice?.name === null ? voice : null;
};

/** Names a speaker, and moves on to the next one without a name. */
export const giveName = (workspace: CallWorkspace, id: string | null, name: string): void => {
  if (name.trim() === '') return;
  workspace.sound.stopClips();
  workspace.store.edit((draft) => nameVoice(draft, id, name.trim()));
  workspace.panel.set(null);
  if (workspace.reading().unnamed.length > 0) goToUnnamed(workspace);
  else workspace.show(workspace.cursor.get()?.word ?? 0, { focus: true });
};

/** Opens the field for a name that is not among the offered ones. */
export const askForName = (workspace: CallWorkspace): void => {
  if (workspace.cursor.get() === null) goToUnnamed(workspace);
  const voice = voiceAsked(workspace);
  if (!voice) return;
  const word = workspace.cursor.get()?.word ?? voice.first_word;
  goTo(workspace, word);
  workspace.panel.set({ kind: 'name', id: voice.id, word });
};

export const askWhoSays = (workspace: CallWorkspace): void => {
  const turn = turnAtCursor(workspace);
  if (!workspace.may_write || !turn || workspace.cursor.get() === null) return;
  workspace.panel.set({ kind: 'reassign', ...(selection(workspace) ?? { start: turn.start, end: turn.end }) });
};

/** Gives the words of the open panel to a speaker of the call, or to a new one. */
export const giveWords = (workspace: CallWorkspace, id: string | null): void => {
  const panel = workspace.panel.get();
  if (panel?.kind !== 'reassign') return;
  workspace.store.edit((draft) => reassign(draft, panel.start, panel.end, id ?? freshId(draft)));
  goTo(workspace, panel.start);
};

export const merge = (workspace: CallWorkspace, from: string | null, into: string): void => {
  workspace.store.edit((draft) => mergeVoices(draft, from, into));
};

export const startCorrection = (workspace: CallWorkspace): void => {
  const turn = turnAtCursor(workspace);
  const cursor = workspace.cursor.get();
  if (!workspace.may_write || !turn || !cursor) return;
  workspace.sound.pause();
  workspace.panel.set({ kind: 'correct', start: turn.start, end: turn.end, word: cursor.on_word ? cursor.word : null });
};

/** Saves the open correction, and offers to fix the same mistake elsewhere. */
export const finishCorrection = (workspace: CallWorkspace, text: string): void => {
  const panel = workspace.panel.get();
  if (panel?.kind !== 'correct') return;
  const { words } = workspace.reading().draft;
  const { start, end } = panel;
  const on_word = workspace.cursor.get()?.on_word ?? false;
  workspace.store.edit((draft) => correct(draft, start, end, text));
  const { words: corrected } = workspace.reading().draft;
  const last = Math.max(corrected.length - 1, 0);
  goTo(workspace, Math.min(panel.word ?? start, last), { on_word });
  const fix = fixOf(words.slice(start, end), corrected.slice(start, end + corrected.length - words.length));
  const count = fix ? countFixes(corrected, fix) : 0;
  if (fix && count > 0) workspace.panel.set({ kind: 'fix', fix, count, word: Math.min(start, last) });
};

export const fixAll = (workspace: CallWorkspace): void => {
  const panel = workspace.panel.get();
  if (panel?.kind !== 'fix') return;
  workspace.store.edit((draft) => ({ ...draft, words: fixEverywhere(draft.words, panel.fix) }));
  goTo(workspace, workspace.cursor.get()?.word ?? panel.word);
};

/** A digit answers what is asked at the cursor: who is this, or who says this. */
export const answer = (workspace: CallWorkspace, digit: number): void => {
  const panel = workspace.panel.get();
  if (panel?.kind === 'reassign') {
    const { voices, turns } = workspace.reading();
    const voice = voicesNear(voices, turns, panel.start)[digit - 1];
    if (voice?.id != null) giveWords(workspace, voice.id);
    return;
  }
  // Nobody is named unseen: the first digit only goes to whoever is asked about.
  if (workspace.cursor.get() === null) {
    goToUnnamed(workspace);
    return;
  }
  const [voice, name] = [voiceAsked(workspace), workspace.names.get().slice(0, OFFERED)[digit - 1]];
  if (voice && name !== undefined) giveName(workspace, voice.id, name);
};
