import { questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage } from '../dialogue/dialogue.ts';
import { KIN, kinGender, plainKin } from '../mentions/kinship.ts';
import { type NameMention, nameAt } from '../mentions/names.ts';
import { respelled, spellingsIn } from '../mentions/spelling.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { relativeOf } from './subject.ts';

const CUE =
  /\b(?:next of kin|nearest relative|legal authority|legally authorized|power of attorney|healthcare (?:rep|proxy|agent)|makes? the decisions|(?:one|person) (?:who|that) (?:decides|signs|makes)|(?:one|person) (?:we|you|to|you would|youd|id|wed) (?:call|contact)|responsible party|whos in charge|making the decisions)\b/;
const RELATION = new RegExp(`\\b(?<kin>${KIN})s?\\b`);
/** Tokens around the cue in which its person stands. */
const NEAR = 14;

/** Next of kin by name and relation, where somebody says who that is. */
export const nextOfKin: Rule = (dialogue, found) => {
  const spellings = spellingsIn(dialogue);
  const asked = questionsOn(dialogue, CUE).map(({ answer }) => ({ passage: answer as Passage, at: answer.start }));
  const told = sentencesOf(dialogue)
    .filter(({ is_question, side }) => !(is_question && side === 'ours'))
    .flatMap((sentence) =>
      matchesIn(sentence, CUE).map(({ start }) => ({ passage: turnOf(dialogue, sentence), at: start })),
    );
  for (const { passage, at } of [...told, ...asked]) {
    const window = windowOf(passage, at);
    const [relation] = matchesIn(window, RELATION).sort(
      (one, other) => Math.abs(one.start - at) - Math.abs(other.start - at),
    );
    const name = nearestName(dialogue, window, at, found);
    if (!relation && !name) continue;
    const kin = relation && kinOf(dialogue, plainKin(relation.groups.kin as string));
    return [
      ...(name ? finding(dialogue, 'next_of_kin_name', nameOf(name, spellings), name) : []),
      ...(kin ? finding(dialogue, 'next_of_kin_relationship', kin, relation) : []),
    ];
  }
  return [];
};

/** "Mom" of a caller whose father died is the wife. */
const kinOf = (dialogue: Dialogue, kin: string): string | null => {
  const subject = relativeOf(dialogue)?.kin;
  if (kin === 'mother' && subject === 'father') return 'wife';
  if (kin === 'father' && subject === 'mother') return 'husband';
  return kin === subject && kinGender(kin) !== null ? null : kin;
};

const turnOf = (dialogue: Dialogue, { turn }: Passage): Passage => dialogue.turns[turn] as Passage;

const windowOf = ({ text, start, end, turn, side }: Passage, at: number): Passage => {
  const from = Math.max(start, at - NEAR);
  const to = Math.min(end, at + NEAR);
  return {
    start: from,
    end: to,
    turn,
    side,
    text: text
      .split(' ')
      .slice(from - start, to - start)
      .join(' '),
  };
};

const nearestName = (dialogue: Dialogue, window: Passage, at: number, found: Found): NameMention | null => {
  const others = ['decedent_name', 'taken_by'].map((name) => textOf(found, name).split(' ')[0]);
  const names: NameMention[] = [];
  for (let place = window.start; place < window.end; ) {
    const name = nameAt(dialogue, place, window.end);
    if (name && !others.includes(name.words[0])) names.push(name);
    place = name?.end ?? place + 1;
  }
  const distance = ({ start, end }: NameMention) => Math.min(Math.abs(start - at), Math.abs(end - at));
  return names.sort((one, other) => distance(one) - distance(other))[0] ?? null;
};

const nameOf = ({ words }: NameMention, spellings: Parameters<typeof respelled>[1]): string =>
  words.map((word) => respelled(word, spellings)).join(' ');
