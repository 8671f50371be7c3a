import { type Answer, answerIn, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { matchesIn, type Sentence, type Stretch } from '../dialogue/dialogue.ts';
import { finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

type Verdict = Stretch & { value: Answer };

const UNKNOWN =
  /\b(?:(?:dont|do not|doesnt) know (?:if|whether|about)|not sure (?:if|whether)|call it unknown|nobody said|unknown|didnt say (?:if|whether))\b/;
const NOT_RELEASED =
  /\b(?:(?:not|isnt|hasnt been|hasnt|havent|cant be|wont be|arent|never)(?: \w+){0,2} (?:released?|cleared|signed off|ready|ok to go)|(?:cant|dont|do not|not) (?:come|send|pick|go)(?: \w+){0,2} (?:yet|until|till)|no release|waiting (?:on|for) (?:the )?(?:coroner|medical examiner|doctor|release)|waiting on the me|before (?:we|they|i) (?:can )?release|until (?:the )?(?:coroner|medical examiner|doctor)|not yet|holding (?:him|her)|(?:cant|wont|not) (?:be )?releas\w*|(?:nobody|no one) can (?:move|take|come|pick)|(?:cant|cannot) (?:be )?moved?)\b/;
const RELEASED =
  /\b(?:(?:hes|shes|is|been|was|are|theyre|body is|him|her|they) (?:\w+ ){0,2}?released|released (?:as of|to (?:us|you)|him|her|by|yep|yes|yeah)|have a release|(?:you|yall|we|they)(?:re)? (?:can|could|are free to|free to|clear to|okay to|ok to|good to) (?:come|pick|go|take|get)(?: \w+)?|clear(?:ed)? to (?:come|go)|(?:hes|shes) (?:ready|cleared|clear|good to go|all set)|signed off|ready (?:for|to be) (?:you|picked up|pickup|pick up|release)|release (?:is|was|has been) (?:signed|done|ready)|pueden venir|puede venir|come (?:get|pick up) (?:him|her))\b|^released\b/;
const ASKED =
  /\b(?:released?|clear(?:ed)? (?:to|for)|(?:can|may) we come|okay to come|ok to come|ready for us|ready to (?:go|be)|good to go|free to come|okay for us|ok for us|able to come|(?:okay|ok) to (?:be )?move[d]?|all set)\b/;

/** Release of the body as it stands at the call's end. */
export const released: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind'))) return [];
  const told = sentencesOf(dialogue).flatMap((sentence) =>
    verdictsIn(sentence).filter(({ start }) => !isOfAnother(dialogue, found, sentence, start)),
  );
  const answered = questionsOn(dialogue, ASKED).flatMap(({ answer }) => answerVerdict(answer.sentences));
  const last = [...told, ...answered].sort((one, other) => one.start - other.start).at(-1);
  return last ? finding(dialogue, 'released', last.value, last) : [];
};

const verdictsIn = (sentence: Sentence): Verdict[] => {
  if (/\bif\b/.test(sentence.text) && !UNKNOWN.test(sentence.text)) return [];
  const isOurs = sentence.side === 'ours';
  if (isOurs && sentence.is_question) return [];
  const pick = (value: Answer, pattern: RegExp) => matchesIn(sentence, pattern).map((match) => ({ ...match, value }));
  if (UNKNOWN.test(sentence.text) && /\b(?:release|released|unknown|clear)\b/.test(sentence.text))
    return pick('unknown', UNKNOWN).slice(0, 1);
  const not = pick('no', NOT_RELEASED);
  if (not.length > 0) return /\breleas|\bcoroner|\bcome|\bready|\bsend|\bmove/.test(sentence.text) ? not : [];
  return sentence.is_question ? [] : pick('yes', RELEASED);
};

const answerVerdict = ([sentence]: readonly Sentence[]): Verdict[] => {
  const value = sentence && answerIn(sentence.text);
  return sentence && value ? [{ start: sentence.start, end: sentence.end, value }] : [];
};
