import { answerIn, before, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { finding, type Rule, textOf } from './field.ts';

const UNDECIDED =
  /\b(?:undecided|dont know|doesnt know|not sure|havent decided|hasnt decided|ask (?:him|her|them|my)|leave (?:it|that) (?:part )?open|maybe|have to (?:ask|see|talk)|well (?:talk|see)|we will (?:talk|see)|thinking about)\b/;
const VIEWING =
  /\b(?:viewing(?! room)|visitation|open casket|velorio|wake|calling hours|(?:people|folks|family|anybody) (?:be )?(?:coming|come)(?: in)? to see|see (?:him|her) (?:one (?:last|more) time|again|first|before))\b/;
const NO_VIEWING =
  /\b(?:no (?:viewing|visitation|open casket|wake)|(?:dont|doesnt|didnt|not|wont)(?: (?!mean)\w+){0,3}? (?:a |any )?(?:viewing|visitation|wake|open casket)|closed casket|without (?:a )?viewing)\b/;

const WISH = /\b(?:want|wants|wanted|have|having|do|with|like|a|the|yes|so|set up|right|si)\b/;
const PUT_DOWN = /\b(?:put down|have|do|with|so|moved?|set up|the)\b/;
const ASIDE = /\b(?:if|not|no|dont|mean|price|cost|or|asked|asking|ask|wondering|usually|we have a|you can|could)\b/;

/** Viewing that the family wants, refuses or leaves open. */
export const viewing: Rule = (dialogue, found) => {
  if (['price_inquiry', 'other'].includes(textOf(found, 'call_kind'))) return [];
  const verdicts: (Stretch & { value: string })[] = [];
  for (const { answer, sentence } of questionsOn(dialogue, VIEWING)) {
    if (/\b(?:if|before you|law|embalm)\b/.test(sentence.text)) continue;
    const [first] = answer.sentences;
    const value = first && answerIn(first.text);
    const doubt = first && UNDECIDED.test(first.text);
    if (first && (value || doubt))
      verdicts.push({ ...first, value: doubt || value === 'unknown' ? 'undecided' : (value as string) });
  }
  for (const sentence of sentencesOf(dialogue)) {
    const [not] = matchesIn(sentence, NO_VIEWING);
    if (not && sentence.side !== 'ours') verdicts.push({ ...not, value: 'no' });
    const [some] = not ? [] : matchesIn(sentence, VIEWING);
    const words = some ? before(sentence, some.start) : '';
    const wish = sentence.side === 'ours' ? PUT_DOWN : WISH;
    const isWish = wish.test(words) || (some?.start === sentence.start && sentence.side !== 'ours');
    const isAside = ASIDE.test(words) || (sentence.side !== 'ours' && UNDECIDED.test(sentence.text));
    if (some && isWish && !sentence.is_question && !isAside) verdicts.push({ ...some, value: 'yes' });
  }
  const last = verdicts.sort((one, other) => one.start - other.start).at(-1);
  return last ? finding(dialogue, 'viewing', last.value, last) : [];
};

const ARRANGED =
  /\b(?:pre ?arranged?|(?:all |it )?taken care of with you|pre ?arrangements?|pre ?paid|pre ?planned|pre ?need|paid (?:for )?(?:with|by|through)|(?:all|already) paid|has (?:a|it all) (?:plan|policy|contract|paid)|already (?:made|has|had|set up) (?:\w+ )?arrangements|made (?:\w+ )?arrangements (?:with you|ahead|already)|made (?:any|his|her|all the) (?:own )?arrangements|(?:have|has|had) (?:everything|it all|it) set up with you|set (?:it|everything) (?:all )?up (?:with you|ahead|years ago)|arrangements (?:in place|on file)|contract with you|file with you|(?:anything|something|everything) (?:set up|arranged|planned|in place|on file)|paid (?:for it|it off)|(?:one of your|a) polic(?:y|ies)(?: with you)?)\b/;

/** Arrangements made before the death. */
export const preArrangement: Rule = (dialogue, found) => {
  if (!['at_need', 'imminent'].includes(textOf(found, 'call_kind'))) return [];
  for (const { answer, sentence } of questionsOn(dialogue, new RegExp(`${ARRANGED.source}|\\barrangements?\\b`))) {
    const [first] = answer.sentences;
    const value = first && answerIn(first.text);
    if (first && (value === 'yes' || value === 'no') && sentence.is_question && ARRANGED.test(sentence.text))
      return finding(dialogue, 'pre_arrangement', value, first, sentence);
  }
  for (const sentence of sentencesOf(dialogue, 'theirs')) {
    const [match] = matchesIn(sentence, ARRANGED);
    if (!match || sentence.is_question) continue;
    const words = before(sentence, match.start);
    if (/\b(?:if|whether)\b/.test(words)) continue;
    return finding(
      dialogue,
      'pre_arrangement',
      /\b(?:no|not|never|nothing|isnt|hasnt|wasnt|didnt|dont|havent)\b/.test(words) ? 'no' : 'yes',
      match,
    );
  }
  return [];
};
