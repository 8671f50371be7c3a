import { termsOf } from '../../transcripts/search/tokens.ts';
import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn } from '../dialogue/dialogue.ts';
import { firstName, isTitle, type NameMention, nameAt } from '../mentions/names.ts';
import { respelled, type Spelling, spellingsIn } from '../mentions/spelling.ts';
import { finding, type Rule, textOf } from './field.ts';
import { labelName } from './label.ts';

const INTRODUCTION = /\b(?:my name is|my names|this is|the name is|names|i am|im|its|it is)\b/;
const ASKED =
  /\b(?:your (?:\w+ )?name|who(?:m)? (?:am i|do i have|are you|is this|is calling|s calling|i am)|whos (?:this|calling)|speaking with|and you are|who do i have the pleasure)\b/;
const HERE = /\b(?:here|calling|speaking|over at|with|from|at)\b/;
/** Voices that speak for somebody else. */
const GO_BETWEEN = /\b(?:interpreter|operator|relay|answering service|announcement|recorded message)\b/i;
/** Turns of a caller in which a name is said unasked. */
const OPENING = 3;

/** Caller's name: as a voice's label has it, where the words bear it out, else as a caller introduces himself. */
export const callerName: Rule = (dialogue, found) => {
  const spellings = spellingsIn(dialogue);
  const voices = new Set<string | null>();
  for (const { side, speaker, label } of dialogue.turns) {
    if (side !== 'theirs' || voices.has(speaker) || GO_BETWEEN.test(label ?? '')) continue;
    voices.add(speaker);
    const turns = dialogue.turns.filter((turn) => turn.speaker === speaker);
    const name =
      labelledName(dialogue, turns) ??
      introducedName(dialogue, turns, spellings, termsOf(textOf(found, 'taken_by'))[0] ?? '');
    if (name) return finding(dialogue, 'caller_name', name.words.join(' '), name);
  }
  return [];
};

const labelledName = (dialogue: Dialogue, turns: readonly DialogueTurn[]): NameMention | null => {
  const words = labelName(turns[0]?.label ?? null);
  const terms = words.flatMap(termsOf);
  let best: { start: number; end: number; hits: number } | null = null;
  for (const turn of turns)
    for (let start = turn.start; start < turn.end; start += 1) {
      if (!terms.includes(dialogue.terms[start] as string)) continue;
      let end = start + 1;
      while (end < turn.end && terms.includes(dialogue.terms[end] as string)) end += 1;
      const hits = new Set(dialogue.terms.slice(start, end)).size;
      if (!best || hits > best.hits) best = { start, end, hits };
    }
  if (!best) return null;
  const [given] = words;
  const isSaid = given !== undefined && termsOf(given).every((term) => dialogue.terms.includes(term));
  if (!isSaid && !isTitle(dialogue.terms[best.start - 1])) return null;
  const said = words.filter((word) => termsOf(word).every((term) => dialogue.terms.includes(term)));
  return said.length > 0 ? { ...best, words: said } : null;
};

const introducedName = (
  dialogue: Dialogue,
  turns: readonly DialogueTurn[],
  spellings: readonly Spelling[],
  taken: string,
): NameMention | null => {
  const asked = questionsOn(dialogue, ASKED).filter(({ answer }) => turns.includes(answer));
  const candidates = [
    ...turns.slice(0, 1).flatMap((turn) => afterVocative(dialogue, turn, taken)),
    ...turns.slice(0, OPENING).flatMap((turn) => introductions(dialogue, turn)),
    ...asked.flatMap(({ answer }) => answered(dialogue, answer)),
    ...turns.slice(OPENING).flatMap((turn) => introductions(dialogue, turn, /\b(?:my name is|my names)\b/)),
  ];
  const [first] = candidates;
  if (!first) return null;
  const longest = candidates
    .filter(({ words }) => words[0] === first.words[0])
    .reduce((one, other) => (other.words.length > one.words.length ? other : one), first);
  return { ...longest, words: longest.words.map((word) => respelled(word, spellings)) };
};

/** "Ellen, Frank Ortiz, deputy coroner": the name after that of whoever took the call. */
const afterVocative = (dialogue: Dialogue, turn: DialogueTurn, taken: string): NameMention[] => {
  const at = [0, 1].map((skip) => turn.start + skip).find((place) => taken !== '' && dialogue.terms[place] === taken);
  const name = at === undefined ? null : nameAt(dialogue, at + 1, turn.end);
  return name && name.start === (at ?? 0) + 1 && name.words.length > 1 ? [name] : [];
};

const introductions = (dialogue: Dialogue, turn: DialogueTurn, cue = INTRODUCTION): NameMention[] => [
  ...matchesIn(turn, cue).flatMap(({ end }) => nameAt(dialogue, end, turn.end) ?? []),
  ...matchesIn(turn, HERE).flatMap(({ start }) => greeting(dialogue, turn, start)),
];

/** "Hi Ines, Aaron Lindqvist here": a name right before the words. */
const greeting = (dialogue: Dialogue, turn: DialogueTurn, end: number): NameMention[] => {
  for (let start = Math.max(turn.start, end - 3); start < end; start += 1) {
    const name = nameAt(dialogue, start, end);
    if (name?.end === end && name.start === start && name.words.length > 1) return [name];
  }
  return [];
};

const answered = (dialogue: Dialogue, answer: DialogueTurn): NameMention[] => {
  const names = introductions(dialogue, answer, /\b(?:my name is|my names|this is|its|im|i am)\b/);
  if (names.length > 0) return names;
  const name = firstName(dialogue, answer.start, Math.min(answer.end, answer.start + 8), 4);
  return name ? [name, ...again(dialogue, answer, name)] : [];
};

/** "Denise. Denise Pruitt": the name said again in full. */
const again = (dialogue: Dialogue, answer: DialogueTurn, name: NameMention): NameMention[] => {
  const next = nameAt(dialogue, name.end, answer.end);
  return next ? [next] : [];
};
