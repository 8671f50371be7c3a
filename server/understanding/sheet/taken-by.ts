import { termsOf } from '../../transcripts/search/tokens.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { type NameMention, nameAt } from '../mentions/names.ts';
import { finding, type Rule } from './field.ts';
import { labelName } from './label.ts';

const INTRODUCTION = /\b(?:this is|my name is|my names|you(?:ve)? (?:have )?reached|im|its|i am)\b/;
const SPEAKING = /\b(?:speaking|here)\b/;
/** Turns from the start in which whoever answers the telephone says a name. */
const OPENING = 12;

/** Name of whoever took the call: the first voice of the home that says its own. */
export const takenBy: Rule = (dialogue) => {
  const introduced = new Set<string | null>();
  for (const turn of dialogue.turns.slice(0, OPENING)) {
    if (turn.side === 'theirs' || introduced.has(turn.speaker)) continue;
    introduced.add(turn.speaker);
    const name = ownName(dialogue, turn);
    if (name) return finding(dialogue, 'taken_by', name.words.join(' '), name);
  }
  return [];
};

const ownName = (dialogue: Dialogue, turn: DialogueTurn): NameMention | null => {
  for (const { end } of matchesIn(turn, INTRODUCTION)) {
    const name = nameAt(dialogue, end, turn.end);
    if (name && !isHome(dialogue, name)) return name;
  }
  for (const { start } of matchesIn(turn, SPEAKING)) {
    const name = nameBefore(dialogue, turn, start);
    if (name) return name;
  }
  return labelled(dialogue, turn);
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
