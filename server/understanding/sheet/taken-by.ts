import { termsOf } from '../../transcripts/search/tokens.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { type NameMention, nameAt } from '../mentions/names.ts';
import { finding, type Rule, textOf } from './field.ts';
import { labelName } from './label.ts';

const INTRODUCTION = /\b(?:this is|my name is|my names|you(?:ve)? (?:have )?reached|im|its|i am)\b/;
const SPEAKING = /\b(?:speaking|here)\b/;
/** Turns after a voice's first in which it still says who it is. */
const OPENING = 5;

/** Share of the busiest voice's words that whoever hands the call on does not reach. */
const BRIEF = 0.4;

/** Name of whoever took the call: the first voice of the home that says its own, unless it only hands the call on. */
export const takenBy: Rule = (dialogue, found) => {
  const ours = dialogue.turns.filter(({ side }) => side !== 'theirs');
  const words = new Map<string | null, number>();
  for (const { speaker, start, end } of ours) words.set(speaker, (words.get(speaker) ?? 0) + end - start);
  const most = Math.max(...words.values());
  const isIntake = ['at_need', 'imminent', 'trade', 'pre_need'].includes(textOf(found, 'call_kind'));
  const opening = ours.filter(
    ({ turn, speaker }) => !ours.some((one) => one.turn < turn - OPENING && one.speaker === speaker),
  );
  const lasting = opening.filter(({ speaker }) => !isIntake || (words.get(speaker) ?? 0) >= BRIEF * most);
  for (const turns of [lasting, opening]) {
    const name = turns.reduce<NameMention | null>((one, turn) => one ?? ownName(dialogue, turn), null);
    if (name) return finding(dialogue, 'taken_by', name.words.join(' '), name);
  }
  const addressed = addressedName(dialogue, lasting[0]);
  return addressed ? finding(dialogue, 'taken_by', addressed.words.join(' '), addressed) : [];
};

/** "Delmer?" A caller's word for whoever took the call, where the label of the voice has it. */
const addressedName = (dialogue: Dialogue, voice: DialogueTurn | undefined): NameMention | null => {
  const [given] = labelName(voice?.label ?? null);
  const term = termsOf(given ?? '')[0];
  if (!given || !term) return null;
  const callers = dialogue.turns.slice(0, 2 * OPENING).filter(({ side }) => side === 'theirs');
  for (const { start, end } of callers) {
    const at = dialogue.terms.indexOf(term, start);
    if (at >= 0 && at < end) return { start: at, end: at + 1, words: [given] };
  }
  return null;
};

const ownName = (dialogue: Dialogue, turn: DialogueTurn): NameMention | null => {
  for (const { end } of matchesIn(turn, INTRODUCTION)) {
    const name = nameAt(dialogue, end, turn.end);
    if (name && !isHome(dialogue, name) && isLabelled(turn, name)) return name;
  }
  for (const { start } of matchesIn(turn, SPEAKING)) {
    const name = nameBefore(dialogue, turn, start);
    if (name) return name;
  }
  return labelled(dialogue, turn);
};

/** A name that is not its voice's is somebody else's: "This is Agnes, is it?" */
const isLabelled = ({ label }: DialogueTurn, { words }: NameMention): boolean => {
  const given = labelName(label);
  return given.length === 0 || words.some((word) => given.includes(word));
};

/** The name that ends where "speaking" begins, without the home's own before it. */
const nameBefore = (dialogue: Dialogue, turn: DialogueTurn, end: number): NameMention | null => {
  let best: NameMention | null = null;
  for (let start = end - 1; start >= Math.max(turn.start, end - 3); start -= 1) {
    if (dialogue.tokens[start]?.ends && start < end - 1) break;
    const name = nameAt(dialogue, start, end);
    if (name?.end !== end || name.start !== start || (best && isHome(dialogue, { start, end: start + 1 }))) break;
    best = name;
  }
  return best && !isHome(dialogue, best) ? best : null;
};

/** A voice's label bears a name that the voice itself says: "Hollins and Deere, Tabitha." */
const labelled = (dialogue: Dialogue, turn: DialogueTurn): NameMention | null => {
  const [given] = labelName(turn.label);
  if (!given) return null;
  const at = dialogue.terms.indexOf(termsOf(given)[0] ?? given, turn.start);
  return at >= 0 && at < turn.end ? nameAt(dialogue, at, turn.end) : null;
};

const isHome = ({ terms, call }: Dialogue, { start, end }: Stretch): boolean => {
  const home = termsOf(call.home ?? '');
  return terms.slice(start, end).every((term) => home.includes(term));
};
