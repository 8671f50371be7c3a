import type { Word } from '@pharos/contract/transcripts.ts';
import type { Turn } from '../../transcript/turns.ts';
import { goTo, turnAtCursor } from '../cursor.ts';
import { clipsOf } from '../player/clips.ts';
import { splitVoice } from '../saving/draft.ts';
import type { CallWorkspace, Split } from '../state.ts';

/** Unfinished splits, by their words, to go on with when the speaker is split again. */
const kept = new WeakMap<readonly Word[], Map<string | null, ReadonlySet<number>>>();

export const turnsOfVoice = (workspace: CallWorkspace, id: string | null): Turn[] =>
  workspace.reading().turns.filter(({ speaker }) => speaker === id);

export const startSplit = (workspace: CallWorkspace, id: string | null): void => {
  const second = kept.get(workspace.reading().draft.words)?.get(id) ?? new Set();
  workspace.split.set({ id, second, hears: false, naming: false });
  const [first] = turnsOfVoice(workspace, id);
  if (first) goTo(workspace, first.start);
};

/** Closes the split; the speaker stays one, and what was assigned is kept for the next time. */
export const leaveSplit = (workspace: CallWorkspace): void => {
  const split = workspace.split.get();
  if (!split) return;
  const { words } = workspace.reading().draft;
  kept.set(words, new Map(kept.get(words)).set(split.id, split.second));
  workspace.split.set(null);
  goTo(workspace, workspace.cursor.get()?.word ?? 0);
};

const change = (workspace: CallWorkspace, change: Partial<Split>): void => {
  const split = workspace.split.get();
  if (split) workspace.split.set({ ...split, ...change });
};

/** Turn at the cursor, where it belongs to the speaker. */
const turnAsked = (workspace: CallWorkspace): Turn | null => {
  const turn = turnAtCursor(workspace);
  return turn && turn.speaker === workspace.split.get()?.id ? turn : null;
};

/** Moves to the speaker's next or previous turn. */
export const moveInVoice = (workspace: CallWorkspace, step: 1 | -1): void => {
  const split = workspace.split.get();
  if (!split) return;
  const at = turnAtCursor(workspace)?.start ?? -1;
  const turns = turnsOfVoice(workspace, split.id);
  const next = step === 1 ? turns.find(({ start }) => start > at) : turns.findLast(({ start }) => start < at);
  if (!next) return;
  goTo(workspace, next.start);
  if (split.hears) hearTurn(workspace);
};

/** Plays the turn at the cursor, a long one where it is clearest, and from then on each turn that the cursor moves to. */
export const hearTurn = (workspace: CallWorkspace, turn = turnAsked(workspace)): void => {
  if (!turn || !workspace.sound.get().there) return;
  change(workspace, { hears: true });
  workspace.sound.playClips(clipsOf(workspace.reading().draft.words, [turn], turn.speaker));
};

/** Assigns turns of the speaker to one of the two people. */
const give = (workspace: CallWorkspace, turns: readonly Turn[], second: boolean): void => {
  const split = workspace.split.get();
  if (!split) return;
  const starts = turns.map(({ start }) => start);
  const all = new Set(split.second);
  for (const start of starts)
    if (second) all.add(start);
    else all.delete(start);
  change(workspace, { second: all, naming: false });
};

export const giveTurn = (workspace: CallWorkspace, turn: Turn, second: boolean): void =>
  give(workspace, [turn], second);

/** A digit says whose the turn at the cursor is, and goes on to the next. */
export const answerSplit = (workspace: CallWorkspace, digit: number): void => {
  const turn = turnAsked(workspace);
  if (digit > 2) return;
  if (turn) giveTurn(workspace, turn, digit === 2);
  moveInVoice(workspace, 1);
};

/** Moves a turn, and all of the speaker's turns after it, to the other person. */
export const giveRest = (workspace: CallWorkspace, turn = turnAsked(workspace)): void => {
  const split = workspace.split.get();
  if (!split || !turn) return;
  const rest = turnsOfVoice(workspace, split.id).filter(({ start }) => start >= turn.start);
  give(workspace, rest, !split.second.has(turn.start));
};

/** True if each of the two people has a turn. */
export const isTold = (workspace: CallWorkspace, { id, second }: Split): boolean =>
  second.size > 0 && second.size < turnsOfVoice(workspace, id).length;

export const askSecondName = (workspace: CallWorkspace): void => {
  const split = workspace.split.get();
  if (split && isTold(workspace, split)) change(workspace, { naming: true });
};

export const stopNaming = (workspace: CallWorkspace): void => {
  change(workspace, { naming: false });
  goTo(workspace, workspace.cursor.get()?.word ?? 0);
};

/** Splits the speaker in two, as one step to undo. Without a name, the second is asked for in a turn of theirs. */
export const finishSplit = (workspace: CallWorkspace, name: string): void => {
  const split = workspace.split.get();
  if (!split || !isTold(workspace, split)) return;
  const turns = turnsOfVoice(workspace, split.id).filter(({ start }) => split.second.has(start));
  const same = workspace.reading().voices.find((voice) => voice.id !== split.id && voice.name === name.trim());
  workspace.split.set(null);
  workspace.store.edit((draft) => splitVoice(draft, turns, { id: same?.id ?? null, name: name.trim() }));
  if (turns[0]) goTo(workspace, turns[0].start);
};
