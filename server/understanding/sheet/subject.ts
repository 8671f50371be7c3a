import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage } from '../dialogue/dialogue.ts';
import { type Gender, genderOf } from '../mentions/given-names.ts';
import { KIN, kinGender, plainKin } from '../mentions/kinship.ts';
import { once } from '../once-per-call.ts';
import { type Found, textOf } from './field.ts';

const MY = new RegExp(`\\b(?:my|our) (?:late |dear |poor |own )?(?<kin>${KIN})s?\\b`);
const YOUR = new RegExp(`\\byour (?:late |dear |own )?(?<kin>${KIN})s?\\b`);
const SOMEBODY = new RegExp(
  `\\b(?:(?:my|our|his|her|the|a|your|whose) (?:\\w+ )?(?<kin>${KIN}|roommate|neighbors?|boss|buddy)s?|(?<kinship>mom|dad|mama|daddy|grandma|grandpa)s?)\\b`,
);
const PASSING =
  /\b(?:passed|died|dying|gone|lost|calling (?:about|for|because)|hospice|dead|pronounced|found|not doing well)\b/;

/** Turns after the first word of a relative in which another may turn out to be the one. */
const SOON = 12;

type Relative = { kin: string; sentence: Passage };

/** Relation of whoever the call is about to the caller, as the caller's first words about them tell: "mother". */
export const relativeOf = once((dialogue: Dialogue): Relative | null => {
  const mine = sentencesOf(dialogue).flatMap((sentence) =>
    matchesIn(sentence, sentence.side === 'ours' ? YOUR : MY).map(({ groups }) => ({
      kin: plainKin(groups.kin as string),
      sentence,
    })),
  );
  const [first] = mine;
  const told = mine.find(({ sentence }) => PASSING.test(sentence.text));
  return (told && first && told.sentence.turn - first.sentence.turn <= SOON ? told : first) ?? null;
});

/** Gender of whoever the call is about: by relation, by name, or by "he" and "she" of the callers' first words. */
export const subjectGender = (dialogue: Dialogue, found: Found): Gender | null => {
  const kin = relativeOf(dialogue)?.kin;
  const named = genderOf(textOf(found, 'decedent_name').split(' ')[0] ?? '');
  if (named) return named;
  if (kin && kinGender(kin)) return kinGender(kin);
  const text = sentencesOf(dialogue)
    .slice(0, 20)
    .map((sentence) => sentence.text)
    .join(' ');
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const [he, she] = [count(/\b(?:he|hes|him|his)\b/g), count(/\b(?:she|shes|her)\b/g)];
  return he >= 3 * Math.max(1, she) ? 'male' : she >= 3 * Math.max(1, he) ? 'female' : null;
};

/** Tells that words before a place are about somebody else: "her husband was", "my roommate is", "I used to be". */
export const isOfAnother = (dialogue: Dialogue, found: Found, passage: Passage, place: number): boolean => {
  const words = dialogue.terms.slice(Math.max(passage.start, place - 7), place).join(' ');
  const self = textOf(found, 'caller_relationship') === 'self';
  if (
    !self &&
    /\b(?:i|im|ive|i was|me|we|myself)\b(?! (?:think|guess|believe|know|mean|want|need|said|would))[^.]{0,24}$/.test(
      words,
    ) &&
    !/\b(?:he|she|hes|shes|his|her)\b/.test(words)
  )
    return true;
  const mentioned = matchesIn({ ...passage, start: 0, text: words }, SOMEBODY).at(-1);
  if (!mentioned) return false;
  const kin = plainKin(mentioned.groups.kin ?? mentioned.groups.kinship ?? '');
  const subject = relativeOf(dialogue)?.kin;
  const after = words.split(' ').slice(mentioned.end).join(' ');
  if (/\b(?:he|she|hes|shes)\b/.test(after) && kinGender(kin) !== subjectGender(dialogue, found)) return false;
  return kin !== subject;
};
