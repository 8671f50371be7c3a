import type { Finding } from '../call.ts';
import { questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { KIN, kinGender, plainKin } from '../mentions/kinship.ts';
import { type NameMention, nameAt } from '../mentions/names.ts';
import { respelled, spellingsIn } from '../mentions/spelling.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { relativeOf } from './subject.ts';

const CUE =
  /\b(?:next of kin|nearest relative|legal authority|legally authorized|responsible party|makes? the decisions|making the decisions|(?:one|person) (?:who|that|whos|thats) (?:decides?|signs?|makes)|in charge of (?:the )?arrangements|(?:she|he) signs|yours to (?:say|sign)|you that signs|one (?:we|you|you would|youd|id|wed) call)\b/;
/** Roles that act for somebody: next of kin only where nobody nearer is spoken of. */
const AGENT = /\b(?:power of attorney|healthcare (?:rep|proxy|agent)|health care (?:rep|proxy|agent))\b/;
const SPOUSE = /\b(?:his wife|her husband|the wife|the husband|a wife|a husband)\b/;
const ME = /\b(?:its me|thats me|that would be me|thatd be me|i am|im the (?:one|next of kin|only)|me|i guess i am)\b/;
const RELATION = new RegExp(`\\b(?<kin>${KIN})s?\\b`);
const GONE =
  /^(?:is |s |has |was )?(?:died|passed|gone|dead|deceased|but (?:hes|shes) (?:passed|gone|dead))\b|\b(?:hes|shes) (?:passed|dead)\b/;
/** Tokens after a question or a cue, and before a cue, in which its person stands. */
const NEAR = 12;
const FAR = 25;

/** Next of kin by name and relation, where somebody says who that is. A husband or wife who calls is it. */
export const nextOfKin: Rule = (dialogue, found) => {
  const kind = textOf(found, 'call_kind');
  if (!['at_need', 'imminent', 'trade', 'pre_need'].includes(kind)) return [];
  const relation = textOf(found, 'caller_relationship');
  if (kind !== 'pre_need' && (relation === 'wife' || relation === 'husband')) return callerAs(found, relation);
  for (const { passage, at } of placesOf(dialogue, CUE)) {
    const person = personAt(dialogue, found, passage, at);
    if (person.length > 0) return person;
  }
  if (sentencesOf(dialogue, 'theirs').some(({ text }) => SPOUSE.test(text))) return [];
  for (const { passage, at } of placesOf(dialogue, AGENT)) {
    const person = personAt(dialogue, found, passage, at);
    if (person.length > 0) return person;
  }
  return [];
};

/** Places where somebody is said to be next of kin, answers to the question first. */
const placesOf = (dialogue: Dialogue, cue: RegExp): { passage: Passage; at: number }[] => [
  ...questionsOn(dialogue, cue).map(({ answer }) => ({ passage: answer, at: answer.start })),
  ...sentencesOf(dialogue)
    .filter(({ is_question, side }) => !(is_question && side === 'ours'))
    .flatMap((sentence) =>
      matchesIn(sentence, cue).map(({ start }) => ({ passage: dialogue.turns[sentence.turn] as Passage, at: start })),
    ),
];

/** Person whom a passage makes next of kin at a cue: the relative told right after it, else the last one before. */
const personAt = (dialogue: Dialogue, found: Found, passage: Passage, at: number): Finding[] => {
  const isAnswer = at === passage.start;
  if (isAnswer && textOf(found, 'call_kind') === 'pre_need') return [];
  const text = textBetween(dialogue, passage, at, at + NEAR);
  const caller = textOf(found, 'caller_relationship');
  const isMe = isAnswer && ME.test(text) && kinGender(caller);
  const relations = matchesIn(passage, RELATION).filter(
    ({ end }) => !GONE.test(textBetween(dialogue, passage, end, end + 5)),
  );
  const after = relations.find(({ start }) => start >= at && start - at <= (isAnswer ? NEAR : 7));
  const pronoun = /\b(she|he|shes|hes)(?: \w+){0,3}$/.exec(textBetween(dialogue, passage, at - 5, at))?.[1];
  const gender = pronoun?.startsWith('she') ? 'female' : pronoun ? 'male' : null;
  const before = relations.findLast(
    ({ end, groups }) =>
      end <= at && at - end <= FAR && (!gender || kinGender(plainKin(groups.kin as string)) === gender),
  );
  const asked = dialogue.turns[passage.turn - 1];
  const spokenOf = pronoun && !before && asked ? matchesIn(asked, RELATION).at(-1) : undefined;
  const relation = before ?? after ?? spokenOf;
  if (!relation && isMe) return callerAs(found, caller);
  const kin = relation && kinOf(dialogue, plainKin(relation.groups.kin as string));
  if (!relation || !kin) return [];
  const name = nameBeside(dialogue, found, passage, relation, at);
  return [
    ...(name ? finding(dialogue, 'next_of_kin_name', wordsOf(dialogue, name), name) : []),
    ...finding(dialogue, 'next_of_kin_relationship', kin, relation),
  ];
};

const textBetween = ({ terms }: Dialogue, { start, end }: Passage, from: number, to: number): string =>
  terms.slice(Math.max(start, from), Math.min(end, to)).join(' ');

const wordsOf = (dialogue: Dialogue, { words }: NameMention): string => {
  const spellings = spellingsIn(dialogue);
  return words.map((word) => respelled(word, spellings)).join(' ');
};

/** Name beside a relative's word or beside the cue, in full where it is said again. */
const nameBeside = (
  dialogue: Dialogue,
  found: Found,
  passage: Passage,
  relation: Stretch,
  at: number,
): NameMention | undefined => {
  const names = namesIn(dialogue, passage, found);
  const near = names.filter(({ start, end }) =>
    [relation, { start: at, end: at + 3 }].some(
      (one) => (start >= one.end - 1 && start - one.end <= 4) || (end <= one.start && one.start - end <= 2),
    ),
  );
  const first = nearest(near, relation.start);
  const full = names.find(({ words }) => words[0] === first?.words[0] && words.length > (first?.words.length ?? 0));
  return full ?? first;
};

const callerAs = (found: Found, relation: string): Finding[] => {
  const [name, role] = [found.get('caller_name'), found.get('caller_relationship')];
  return [
    ...(name ? [{ ...name, name: 'next_of_kin_name' }] : []),
    ...(role ? [{ ...role, name: 'next_of_kin_relationship', value: relation }] : []),
  ];
};

/** "Mom" of a caller whose father died is the wife. One who is said to be kin to themselves is nobody. */
const kinOf = (dialogue: Dialogue, kin: string): string | null => {
  const subject = relativeOf(dialogue)?.kin;
  if (kin === 'mother' && subject === 'father') return 'wife';
  if (kin === 'father' && subject === 'mother') return 'husband';
  if (/^grand/.test(subject ?? ''))
    return { mother: 'daughter', father: 'son', aunt: 'daughter', uncle: 'son' }[kin] ?? kin;
  if (/-in-law$/.test(subject ?? '')) return { husband: 'son', wife: 'daughter' }[kin] ?? kin;
  return kin === subject && kinGender(kin) !== null ? null : kin;
};

const nearest = <S extends Stretch>(stretches: readonly S[], at: number): S | undefined => {
  const distance = ({ start, end }: Stretch) => Math.min(Math.abs(start - at), Math.abs(end - at));
  return [...stretches].sort((one, other) => distance(one) - distance(other))[0];
};

/** Names of people in a passage, without whoever died or took the call, and without places. */
const namesIn = (dialogue: Dialogue, window: Passage, found: Found): NameMention[] => {
  const others = ['decedent_name', 'taken_by'].map((name) => textOf(found, name).split(' ')[0]);
  const names: NameMention[] = [];
  for (let at = window.start; at < window.end; ) {
    const name = nameAt(dialogue, at, window.end);
    const isPlace = /^(?:in|at|to|from|near|of|by)$/.test(dialogue.terms[(name?.start ?? at) - 1] ?? '');
    if (name && !isPlace && !others.includes(name.words[0])) names.push(name);
    at = name?.end ?? at + 1;
  }
  return names;
};
