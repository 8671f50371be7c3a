import { answerIn, before, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const ASKED =
  /\b(?:veteran|military|serve|served|in the (?:service|army|armed forces|military)|armed forces|any service|a soldier|was (?:he|she) ever in)\b/;
const BRANCH = 'army|navy|marines?(?: corps)?|air force|coast guard|national guard|seabees?|service|military|reserves';
/** Words that tell of service wherever they stand, and branches as they are told of a person. */
const TOLD = new RegExp(
  `\\b(?:(?:a|hes a|shes a|was a|war|disabled|combat) veteran|dd ?214|d d (?:two fourteen|214|2 14)|vietnam vet|served (?:in|two|three|four|\\w+ years)|purple heart|(?:(?:he|she|hes|shes|dad|mom|father|mother|husband) (?:\\w+ )?(?:was|were)|retired|i was) (?:an? )?(?:in the )?(?:old )?(?:${BRANCH})(?: (?:nurse|man|vet|veteran|sergeant|officer))?|marine corps|(?:he|she) (?:was|fought|served|did) (?:\\w+ )?in (?:korea|vietnam|the (?:war|gulf))|was an? (?:\\w+ )?(?:wave|soldier|sailor|airman|wac))\\b`,
);
const ANSWERED = new RegExp(
  `\\b(?:${BRANCH}|vietnam|korea|iraq|desert storm|world war|face sheet|drafted|enlisted)\\b`,
);
const NOT =
  /\b(?:never served|never (?:was )?in|not a veteran|wasnt (?:a veteran|in the (?:service|military|army|navy))|(?:didnt|did not) serve|no military|isnt a veteran|so no|(?:he|she) (?:herself|himself) no|not american|no us papers|she wasnt|he wasnt|not the v ?a)\b/;
/** Armies whose soldiers are not veterans here. */
const FOREIGN =
  /\b(?:soviet|russian|nigerian|mexican|chinese|british|polish|ukrainian|laos|cuban|israeli|german army|secret war)\b/;

type Verdict = Stretch & { value: 'yes' | 'no' };

/** Service in the forces of whoever the call is about. */
export const veteran: Rule = (dialogue, found) => {
  if (['', 'other'].includes(textOf(found, 'call_kind'))) return [];
  for (const { answer } of questionsOn(dialogue, ASKED)) {
    const verdict = answered(dialogue, found, answer);
    if (verdict) return finding(dialogue, 'veteran', verdict.value, verdict);
  }
  for (const sentence of sentencesOf(dialogue)) {
    if (sentence.is_question && sentence.side === 'ours') continue;
    const [not] = matchesIn(sentence, NOT);
    if (
      not &&
      /veteran|serve|service|military|army|navy/.test(not.text) &&
      !isOfAnother(dialogue, found, sentence, not.start)
    )
      return finding(dialogue, 'veteran', 'no', not);
    const [served] = matchesIn(sentence, TOLD);
    if (served && isOwn(dialogue, found, sentence, served)) return finding(dialogue, 'veteran', 'yes', served);
  }
  return [];
};

const isOwn = (dialogue: Dialogue, found: Found, sentence: Passage, served: Stretch): boolean => {
  const words = before(sentence, served.start).split(' ').slice(-7).join(' ');
  const isSelf = textOf(found, 'caller_relationship') === 'self';
  if (/\b(?:no|not|never|isnt|wasnt|if|grandfathers?|jacket)\b/.test(words) || FOREIGN.test(sentence.text))
    return false;
  if (isSelf)
    return !/\b(?:he|she|him|her|his)\b/.test(`${words} ${dialogue.terms.slice(served.start, served.end).join(' ')}`);
  return !isOfAnother(dialogue, found, sentence, served.start);
};

const answered = (dialogue: Dialogue, found: Found, answer: DialogueTurn): Verdict | null => {
  const sentences = answer.sentences.slice(0, 4);
  const no = sentences.flatMap((sentence) => matchesIn(sentence, NOT)).at(0);
  if (no) return { ...no, value: 'no' };
  if (sentences.some(({ text }) => FOREIGN.test(text))) return null;
  for (const sentence of sentences) {
    const lead = answerIn(sentence.text);
    if (lead === 'unknown') return null;
    if (lead === 'no') return { ...sentence, value: 'no' };
    const served = [...matchesIn(sentence, TOLD), ...matchesIn(sentence, ANSWERED)].at(0);
    if (served && isOwn(dialogue, found, sentence, served)) return { ...served, value: 'yes' };
    if (lead === 'yes' && !served) return { ...sentence, value: 'yes' };
  }
  return null;
};
