import type { Word } from '@pharos/contract/transcripts.ts';
import type { Turn } from '../../transcript/turns.ts';
import { goTo, turnAtCursor } from '../cursor.ts';
import { clipsOf } from '../player/clips.ts';
import { splitVoice } from '../saving/draft.ts';
import type { Desk, Split } from '../state.ts';

/** What was told apart and left, by its words: whoever opens the voice again goes on there. */
const kept = new WeakMap<readonly Word[], Map<string | null, ReadonlySet<number>>>();

export const turnsOfVoice = (desk: Desk, id: string | null): Turn[] =>
  desk.reading().turns.filter(({ speaker }) => speaker === id);

export const startSplit = (desk: Desk, id: string | null): void => {
  const second = kept.get(desk.reading().draft.words)?.get(id) ?? new Set();
  desk.split.set({ id, second, hears: false, naming: false });
  const [first] = turnsOfVoice(desk, id);
  if (first) goTo(desk, first.start);
};

/** Leaves the voice as it is. */
export const leaveSplit = (desk: Desk): void => {
  const split = desk.split.get();
  if (!split) return;
  const { words } = desk.reading().draft;
  kept.set(words, new Map(kept.get(words)).set(split.id, split.second));
  desk.split.set(null);
  goTo(desk, desk.cursor.get()?.word ?? 0);
};

const change = (desk: Desk, change: Partial<Split>): void => {
  const split = desk.split.get();
  if (split) desk.split.set({ ...split, ...change });
};

/** The turn at the cursor, where it is one of the voice. */
const turnAsked = (desk: Desk): Turn | null => {
  const turn = turnAtCursor(desk);
  return turn && turn.speaker === desk.split.get()?.id ? turn : null;
};

/** Goes to the voice's turn after the cursor, or to the one before it. */
export const moveInVoice = (desk: Desk, step: 1 | -1): void => {
  const split = desk.split.get();
  if (!split) return;
  const at = turnAtCursor(desk)?.start ?? -1;
  const turns = turnsOfVoice(desk, split.id);
  const next = step === 1 ? turns.find(({ start }) => start > at) : turns.findLast(({ start }) => start < at);
  if (!next) return;
  goTo(desk, next.start);
  if (split.hears) hearTurn(desk);
};

/** Plays the turn at the cursor, long ones where they are clearest; those one comes to are heard from then on. */
export const hearTurn = (desk: Desk, turn = turnAsked(desk)): void => {
  if (!turn || !desk.sound.get().there) return;
  change(desk, { hears: true });
  desk.sound.playClips(clipsOf(desk.reading().draft.words, [turn], turn.speaker));
};

/** Says whose some of the voice's turns are. */
const give = (desk: Desk, turns: readonly Turn[], second: boolean): void => {
  const split = desk.split.get();
  if (!split) return;
  const starts = turns.map(({ start }) => start);
  const all = new Set(split.second);
  for (const start of starts)
    if (second) all.add(start);
    else all.delete(start);
  change(desk, { second: all, naming: false });
};

export const giveTurn = (desk: Desk, turn: Turn, second: boolean): void => give(desk, [turn], second);

/** A digit says whose the turn at the cursor is, and goes on to the next. */
export const answerSplit = (desk: Desk, digit: number): void => {
  const turn = turnAsked(desk);
  if (digit > 2) return;
  if (turn) giveTurn(desk, turn, digit === 2);
  moveInVoice(desk, 1);
};

/** Gives a turn, and all of the voice after it, to the person whose it is not. */
export const giveRest = (desk: Desk, turn = turnAsked(desk)): void => {
  const split = desk.split.get();
  if (!split || !turn) return;
  const rest = turnsOfVoice(desk, split.id).filter(({ start }) => start >= turn.start);
  give(desk, rest, !split.second.has(turn.start));
};

/** Whether each of the two has a turn, so that there are two. */
export const isTold = (desk: Desk, { id, second }: Split): boolean =>
  second.size > 0 && second.size < turnsOfVoice(desk, id).length;

export const askSecondName = (desk: Desk): void => {
  const split = desk.split.get();
  if (split && isTold(desk, split)) change(desk, { naming: true });
};

export const stopNaming = (desk: Desk): void => {
  change(desk, { naming: false });
  goTo(desk, desk.cursor.get()?.word ?? 0);
};

/** Makes two voices of the one, in a single step. Without a name, the second is asked for in its own turn. */
export const finishSplit = (desk: Desk, name: string): void => {
  const split = desk.split.get();
  if (!split || !isTold(desk, split)) return;
  const turns = turnsOfVoice(desk, split.id).filter(({ start }) => split.second.has(start));
  const same = desk.reading().voices.find((voice) => voice.id !== split.id && voice.name === name.trim());
  desk.split.set(null);
  desk.store.edit((draft) => splitVoice(draft, turns, { id: same?.id ?? null, name: name.trim() }));
  if (turns[0]) goTo(desk, turns[0].start);
};
