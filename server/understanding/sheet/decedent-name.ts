import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Finding } from '../call.ts';
import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn } from '../dialogue/dialogue.ts';
import { genderOf } from '../mentions/given-names.ts';
import { KIN, plainKin } from '../mentions/kinship.ts';
import { isTitle, type NameMention, nameAt } from '../mentions/names.ts';
import { respelled, type Spelling, spellingsIn } from '../mentions/spelling.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { relativeOf, subjectGender } from './subject.ts';

const WHOSE = `(?:his|her|their|the|your|my|patients?|residents?|decedents?|deceased|${KIN})s?`;
const ASKED = new RegExp(
  `\\b(?:${WHOSE} (?:\\w+s? )?(?:full |legal |first |last |complete )*names?|name of (?:the|your|his|her)|(?:full|legal|last) name|who (?:is it|has passed|passed|died|did you lose|are we|am i coming|is it that)|whos passed|name on (?:him|her)|and your (?:${KIN})|(?:so|and) (?:this is|its)|which one)\\b`,
);
const YOURS = /\byour (?:(?:full|own|last|first) )?name\b/;
/** Words after which the name of whoever the call is about follows. */
const TOLD = new RegExp(
  `\\b(?:(?:his|her|patients?|residents?|decedents?|deceased|shes|hes) (?:full |legal )?names?(?: is| was)?|(?:patient|resident|decedent) is|(?:my|our) (?:late )?(?:${KIN})s?(?: name)?(?: is| was)?|(?:passing|death|release|removal|case)(?: here)? (?:for|of|on)|had a (?:passing|death)|we lost|on behalf of|(?:its|this is|calling|call) (?:for|about)|youve got|you have|wheres|(?:he|she) is|(?:resident|patient|gentleman|lady|man|woman) (?:that|who) (?:just )?(?:passed|died|expired)(?: away)?|(?:release|case|passing|death|gentleman|lady|patient|resident|fella)(?: \\w+){0,3} (?:its|is|named))$`,
);
const PASSED =
  /^(?:(?:just |has |had )?(?:passed|died|expired)|is (?:dying|deceased)|passed away|to be (?:buried|cremated))\b/;
const PLACES = /\b(?:at|in|from|near|to|by|on|off|down|with|church|of)$/;
const STREET =
  /^(?:street|road|drive|avenue|lane|hospital|hospice|center|church|cemetery|general|regional|memorial|manor|house|home|county|funeral|mortuary|chapel|city|falls|springs|beach|park|school|hall|baptist|lutheran|university|court|place)\b/;
const OTHERS = new RegExp(
  `\\b(?<kin>${KIN}|friend|neighbor|nurse|aide|pastor|reverend|deacon|sister|brother|boss|lawyer|coroner|deputy|officer|investigator)s?(?: is| was|s name is| named| in law)?(?: (?:in|from|over in|up in|out in|down in) \\w+)?$`,
);
const KIN_BEFORE = new RegExp(`^.*\\b(?:my|our|your) (?:late )?(${KIN})s?\\b`);
/** Least score of a name, and least lead over the next. */
const ENOUGH = 4;
const LEAD = 2;

const NOTHING: Found = new Map();

type Candidate = { words: string[]; score: number; best: NameMention; spelled: boolean };

/** Name of whoever the call is about: the person whose name is asked for, told, read back and spelled. */
export const decedentName: Rule = (dialogue, found) => {
  const kind = textOf(found, 'call_kind');
  if (kind === 'other') return [];
  const caller = found.get('caller_name');
  if (textOf(found, 'caller_relationship') === 'self') return fullName(dialogue, caller);
  const spellings = spellingsIn(dialogue);
  const parts = inParts(dialogue);
  if (parts) return finding(dialogue, 'decedent_name', wordsOf(parts.words, spellings), parts);
  const [first, second] = candidatesIn(dialogue, found, spellings).sort((one, other) => other.score - one.score);
  if (!first || first.score < ENOUGH || first.score - (second?.score ?? 0) < LEAD) return [];
  return finding(dialogue, 'decedent_name', wordsOf(first.words, spellings), first.best);
};

/** Name of somebody who calls for himself: in full, where the home asks for that, else as he calls himself. */
const fullName = (dialogue: Dialogue, caller: Finding | undefined): Finding[] => {
  if (!caller) return [];
  const last = termsOf(String(caller.value)).at(-1);
  for (const { answer } of questionsOn(dialogue, /\b(?:full|whole|legal|complete) name\b/)) {
    const name = nameAt(dialogue, answer.start, answer.end);
    if (name && name.words.length > 1 && termsOf(name.words.at(-1) ?? '')[0] === last)
      return finding(dialogue, 'decedent_name', name.words.join(' '), name);
  }
  return [{ ...caller, name: 'decedent_name' }];
};

const wordsOf = (words: readonly string[], spellings: readonly Spelling[]): string =>
  words.map((word) => respelled(word, spellings)).join(' ');

/** Every name in the call, those of one person together, each scored by how it is spoken of. */
const candidatesIn = (dialogue: Dialogue, found: Found, spellings: readonly Spelling[]): Candidate[] => {
  const candidates: Candidate[] = [];
  const asked = new Set(
    questionsOn(dialogue, ASKED)
      .filter(({ sentence }) => !YOURS.test(sentence.text))
      .map(({ answer }) => answer.turn),
  );
  const barred = barredTerms(dialogue, found);
  const callers = termsOf(textOf(found, 'caller_name'));
  const surname = callers.length > 1 ? callers.at(-1) : undefined;
  for (const turn of dialogue.turns) {
    let isFirst = true;
    for (let at = turn.start; at < turn.end; ) {
      const name = nameAt(dialogue, at, turn.end);
      at = name?.end ?? at + 1;
      if (!name) continue;
      const words = withoutRestarts(name.words);
      const terms = words.flatMap(termsOf);
      const before = dialogue.terms.slice(Math.max(turn.start, name.start - 5), name.start).join(' ');
      const after = dialogue.terms.slice(name.end, Math.min(turn.end, name.end + 3)).join(' ');
      const isSpelled = spellings.some(({ start }) => start >= name.end && start - name.end <= 5);
      const isPlace = PLACES.test(before) || STREET.test(after) || STREET.test(terms.at(-1) as string);
      const score =
        (asked.has(turn.turn) && isFirst ? 3 : 0) +
        (TOLD.test(before) || PASSED.test(after) ? 3 : 0) +
        (turn.side === 'ours' ? 1.5 : 1) +
        (isTitle(dialogue.terms[name.start - 1]) && turn.side === 'ours' ? 1 : 0) +
        (isSpelled ? (name.start === turn.start ? 3 : 1) : 0) +
        (isOfKin(dialogue, turn.start, name.start) ? 2 : 0) +
        (terms.length > 1 && terms.at(-1) === surname ? 1.5 : 0) -
        (isPlace || isTitled(dialogue, name) ? 3 : 0) -
        (isOther(dialogue, before) ? 6 : 0);
      isFirst = false;
      if (barred(terms) || (!dialogue.is_cased && !isKnownName(terms, before, asked.has(turn.turn), isSpelled)))
        continue;
      add(candidates, { words, score, best: { ...name, words }, spelled: isSpelled });
    }
  }
  const gender = subjectGender(dialogue, NOTHING);
  return candidates
    .filter(({ words }) => words.length > 1)
    .map((one) => {
      const own = genderOf(one.words[0] as string);
      return { ...one, score: one.score + (own && gender ? (own === gender ? 1 : -3) : 0) };
    });
};

/** A name in lower case is one that is known, or that stands where a name has to. */
const isKnownName = ([first = '']: readonly string[], before: string, isAsked: boolean, isSpelled: boolean): boolean =>
  genderOf(first) !== null || isAsked || isSpelled || TOLD.test(before);

const isTitled = ({ terms }: Dialogue, { start }: NameMention): boolean =>
  ['dr', 'doctor', 'reverend', 'pastor', 'deacon', 'judge', 'officer', 'deputy', 'coroner'].includes(
    terms[start - 1] ?? '',
  );

/** A name soon after the relative whom the call is about: "my mom died. Alice Baker." */
const isOfKin = (dialogue: Dialogue, start: number, at: number): boolean => {
  const words = dialogue.terms.slice(Math.max(start, at - 10), at).join(' ');
  const [, kin] = KIN_BEFORE.exec(words) ?? [];
  return kin !== undefined && plainKin(kin) === relativeOf(dialogue)?.kin;
};

const isOther = (dialogue: Dialogue, before: string): boolean => {
  const [, kin] = OTHERS.exec(before) ?? [];
  return kin !== undefined && plainKin(kin) !== relativeOf(dialogue)?.kin;
};

/** Names that belong to the caller, to the home and to those who answer there. */
const barredTerms = (dialogue: Dialogue, found: Found): ((terms: readonly string[]) => boolean) => {
  const home = termsOf(dialogue.call.home ?? '');
  const [caller] = termsOf(textOf(found, 'caller_name'));
  const [taken] = termsOf(textOf(found, 'taken_by'));
  const voices = new Set(dialogue.turns.flatMap(({ label }) => termsOf(label ?? '').slice(0, 1)));
  return (terms) => {
    const [first = ''] = terms;
    return (
      first === caller ||
      first === taken ||
      (voices.has(first) && terms.length === 1) ||
      terms.every((term) => home.includes(term))
    );
  };
};

/** Adds a mention to the person it names: one name is within the other, or both have one given name. */
const add = (candidates: Candidate[], one: Candidate): void => {
  const lower = one.words.map((word) => word.toLowerCase());
  const same = candidates.find(({ words }) => {
    const others = words.map((word) => word.toLowerCase());
    const [short, long] = lower.length <= others.length ? [lower, others] : [others, lower];
    return short[0] === long[0] || short.every((word) => long.includes(word));
  });
  if (!same) {
    candidates.push(one);
    return;
  }
  same.score += one.score;
  const middle = middleOf(same.words, one.words);
  if (one.words.length > same.words.length || (one.spelled && one.words.length === same.words.length))
    Object.assign(same, { words: middleOf(one.words, same.words) ?? one.words, best: one.best, spelled: one.spelled });
  else if (middle) same.words = middle;
};

/** "Leonard James" beside "Leonard Kowalczyk" is his middle name, and so is "Clifton Roy" beside "Clifton R. Holloway". */
const middleOf = (full: readonly string[], part: readonly string[]): string[] | null => {
  const [first = '', second] = part;
  const [, middle = '', last] = full.length === 3 ? full : [full[0], '', full[1]];
  if (full.length < 2 || full.length > 3 || part.length !== 2 || first !== full[0] || second === undefined) return null;
  const isGiven = genderOf(second) !== null && !genderOf(last ?? '');
  const isMiddle = isGiven && second !== last && (middle === '' || (middle.length === 1 && second.startsWith(middle)));
  return isMiddle && last !== undefined ? [first, second, last] : null;
};

/** "Edna Hersh, Hershberger" and "Frank, Franklin Quill" without what was begun and said anew. */
const withoutRestarts = (words: readonly string[]): string[] =>
  words.filter((word, place) => {
    const next = words[place + 1]?.toLowerCase();
    return next === undefined || word.length < 3 || !next.startsWith(word.toLowerCase());
  });

const PARTS: readonly RegExp[] = [/\bfirst name(?: is)?\b/, /\bmiddle(?: name)?(?: is)?\b/, /\blast name(?: is)?\b/];

/** "Last name Petree. First name Joshua, middle Alan." */
const inParts = (dialogue: Dialogue): NameMention | null => {
  for (const turn of dialogue.turns) {
    if (turn.side === 'ours') continue;
    const [first, middle, last] = PARTS.map((cue) => {
      const [match] = matchesIn(turn, cue);
      return match && nameAt(dialogue, match.end, turn.end);
    });
    if (!first || !last) continue;
    const words = [first.words[0], middle?.words[0], last.words[0]].filter((word) => word !== undefined);
    return {
      start: Math.min(first.start, last.start),
      end: Math.max(first.end, last.end, middle?.end ?? 0),
      words,
    };
  }
  return null;
};
