import { answerIn } from '../dialogue/answers.ts';
import { type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { finding, type Rule, textOf } from './field.ts';

const CORONER = /\b(?:coroners?|medical examiners?|the m ?e|m e|examiners office|jurisdiction)\b/;
const OFFICE = '(?:coroners?|medical examiners?|m ?e|investigators?)';
const NOT =
  /\b(?:didnt (?:have to|need to|go to|call|notify|involve)|did not (?:call|go|need|have)|not an? (?:coroner|coroners|medical examiner|medical examiners|m ?e)s? case|no (?:need|call)|(?:nobodys?|no one|nobody has|never|not) (?:has |have )?(?:called|notified|involved)|no (?:coroner|medical examiner)|wasnt (?:called|notified|involved|required|needed)|(?:havent|hasnt been) (?:called|notified)|(?:dont|doesnt|wont|wouldnt) (?:need|have) to(?: (?:call|go|be|involve))?|not (?:been )?(?:called|notified|involved|required))\b/;
const YES = new RegExp(
  `\\b(?:(?:called|call|notified|contacted|reported|talked to|spoke (?:with|to)|heard from|waiting (?:on|for)|cleared (?:by|with|it with)|released by|checked with|autopsy) (?:\\w+ ){0,3}?${OFFICE}|${OFFICE} (?:office |case )?(?:\\w+ ){0,2}?(?:came|come|called|notified|been|released|cleared|declined|signed|waived|said|says|ok|okayed|has|gave|took|pronounced|supposed|out there|here|put)|(?:it was|was|were|been|already) (?:called|reported) in|called (?:it in|them|at \\d+|him|her)|(?:they|he|she|it)(?:ve|s)? (?:already )?(?:declined|waived|released (?:him|her)|cleared)|(?:declined|released) jurisdiction|with the (?:\\w+ ){0,3}?(?:coroners?|medical examiners?) office|im (?:an? |the )?(?:\\w+ ){0,3}?(?:coroner|investigator)|(?:the|we did the) autopsy)\\b`,
);

type Verdict = Stretch & { value: 'yes' | 'no' };

/** Call to the coroner or medical examiner, as somebody tells that it was made or was not needed. */
export const coronerNotified: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind'))) return [];
  const told = dialogue.turns.flatMap((turn) => {
    const asked = dialogue.turns[turn.turn - 1];
    const isAnswer = !!asked && asked.side !== 'theirs' && CORONER.test(asked.text);
    return turn.side !== 'ours' && (isAnswer || CORONER.test(turn.text)) ? verdictsIn(turn, isAnswer) : [];
  });
  const office = found.get('place_kind');
  if (office?.value === 'coroner') return [{ ...office, name: 'coroner_notified', value: 'yes' }];
  const value = told.some((one) => one.value === 'yes') ? 'yes' : 'no';
  const [evidence] = told.filter((one) => one.value === value);
  return evidence ? finding(dialogue, 'coroner_notified', value, evidence) : [];
};

const verdictsIn = (turn: DialogueTurn, isAnswer: boolean): Verdict[] => {
  const [yes] = matchesIn(turn, YES);
  const [not] = matchesIn(turn, NOT);
  const isDenied = not && ((yes && Math.abs(not.start - yes.start) <= 4) || /coroner|examiner/.test(not.text));
  if (yes && !isDenied) return [{ ...yes, value: 'yes' }];
  if (not) return [{ ...not, value: 'no' }];
  const [first] = turn.sentences;
  const lead = isAnswer && first ? answerIn(first.text) : null;
  return first && (lead === 'yes' || lead === 'no') ? [{ ...first, value: lead }] : [];
};
