import { termsOf } from '../../transcripts/search/tokens.ts';
import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn } from '../dialogue/dialogue.ts';
import { KIN } from '../mentions/kinship.ts';
import { firstName, type NameMention, nameAt } from '../mentions/names.ts';
import { respelled, spellingsIn } from '../mentions/spelling.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';

const WHOSE = `his|her|their|the (?:patient|resident|decedent|deceased|${KIN})s?|(?:patient|resident|decedent|deceased|your|my|${KIN})s?(?: \\w+)?`;
const ASKED = new RegExp(
  `\\b(?:(?:${WHOSE}) (?:full |legal |first |last |complete )*name|name of (?:the|your|his|her)|(?:full|legal|last) name|who (?:is it|has passed|passed|died|did you lose|are we|am i coming|is it that)|whos passed|name on (?:him|her)|and (?:his|her) name|whats (?:his|her|moms|dads) name)\\b`,
);
const YOURS = /\byour (?:\w+ )?name\b/;
/** Words after which the name of whoever the call is about follows. */
const TOLD = new RegExp(
  `\\b(?:(?:his|her|patients?|residents?|decedents?|deceased) (?:full |legal )?names?(?: is| was)?|patient is|resident is|(?:my|our) (?:late )?(?:${KIN})(?:s name is|s name was|s names| is| was|s)?|name of|(?:passing|death|release|removal|pickup|case|family|calling|call)(?: here)? (?:for|of|on|about)(?: a| my (?:${KIN}))?|had a (?:passing|death)|we lost|on behalf of|you have(?: my (?:${KIN}))?|youve got my (?:${KIN}))\\b`,
);
const PASSED = /\b(?:(?:just )?(?:passed|died|expired)|has (?:passed|died|expired)|is (?:dying|deceased))\b/;
const PARTS: readonly [part: 'first' | 'middle' | 'last', cue: RegExp][] = [
  ['first', /\bfirst name(?: is)?\b/],
  ['middle', /\bmiddle(?: name)?(?: is)?\b/],
  ['last', /\blast name(?: is)?\b/],
];

/** Name of whoever the call is about, put together from the places that say parts of it. */
export const decedentName: Rule = (dialogue, found) => {
  if (textOf(found, 'caller_relationship') === 'self') {
    const caller = found.get('caller_name');
    return caller ? [{ ...caller, name: 'decedent_name' }] : [];
  }
  const name = inParts(dialogue) ?? fullest(dialogue, candidatesIn(dialogue, found), found);
  if (!name) return [];
  const spellings = spellingsIn(dialogue);
  const words = name.words.map((word) => respelled(word, spellings));
  return finding(dialogue, 'decedent_name', words.join(' '), name);
};

/** "Last name Petree. First name Joshua, middle Alan." */
const inParts = (dialogue: Dialogue): NameMention | null => {
  for (const turn of dialogue.turns) {
    if (turn.side === 'ours') continue;
    const parts = PARTS.map(([, cue]) => {
      const [match] = matchesIn(turn, cue);
      return match && nameAt(dialogue, match.end, turn.end);
    });
    const [first, middle, last] = parts;
    if (!first || !last) continue;
    const start = Math.min(first.start, last.start);
    const words = [first.words[0], middle?.words[0], last.words[0]].filter((word) => word !== undefined);
    return { start, end: Math.max(first.end, last.end, middle?.end ?? 0), words };
  }
  return null;
};

const candidatesIn = (dialogue: Dialogue, found: Found): NameMention[] => {
  const told = dialogue.turns.flatMap((turn) =>
    turn.side === 'ours'
      ? []
      : [
          ...matchesIn(turn, TOLD).flatMap(({ end }) => firstName(dialogue, end, Math.min(turn.end, end + 6), 2) ?? []),
          ...matchesIn(turn, PASSED).flatMap(({ start }) => nameBefore(dialogue, turn, start)),
        ],
  );
  const asked = questionsOn(dialogue, ASKED)
    .filter(({ sentence }) => !YOURS.test(sentence.text))
    .flatMap(({ answer }) => firstName(dialogue, answer.start, Math.min(answer.end, answer.start + 8), 4) ?? []);
  const caller = termsOf(textOf(found, 'caller_name'));
  const taken = termsOf(textOf(found, 'taken_by'));
  return [...asked, ...told].filter(({ words }) => {
    const terms = words.flatMap(termsOf);
    const isHome = terms.every((term) => termsOf(dialogue.call.home ?? '').includes(term));
    return !isHome && terms[0] !== caller[0] && terms[0] !== taken[0];
  });
};

const nameBefore = (dialogue: Dialogue, turn: DialogueTurn, end: number): NameMention[] => {
  for (let start = Math.max(turn.start, end - 4); start < end; start += 1) {
    const name = nameAt(dialogue, start, end);
    if (name?.end === end && name.start === start && name.words.length > 1) return [name];
  }
  return [];
};

/** First candidate, as the fullest form of it that is said anywhere. */
const fullest = (dialogue: Dialogue, candidates: readonly NameMention[], found: Found): NameMention | null => {
  const first = candidates.find(({ words }) => words.length > 1) ?? candidates[0];
  if (!first) return null;
  const caller = textOf(found, 'caller_name');
  let best = first;
  const terms = first.words.map((word) => word.toLowerCase());
  for (const turn of dialogue.turns)
    for (let at = turn.start; at < turn.end; at += 1) {
      if (dialogue.terms[at] !== termsOf(first.words[0] as string)[0]) continue;
      const name = nameAt(dialogue, at, turn.end);
      const words = name?.words.map((word) => word.toLowerCase()) ?? [];
      if (!name || name.words.join(' ') === caller) continue;
      if (words.length > best.words.length && terms.every((term) => words.includes(term))) best = name;
    }
  return best;
};
