import { answerIn, before, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Sentence, type Stretch } from '../dialogue/dialogue.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const DISPOSITIONS: readonly [value: string, cue: RegExp][] = [
  ['cremation', /\b(?:cremat(?:ed?|ion|ing)|be cremated)\b/],
  ['burial', /\b(?:buried|burial|bury|entierro|sepultura|plot|grave ?(?:side|yard)?|interment|interred)\b/],
  ['entombment', /\b(?:entomb(?:ed|ment)|mausoleum|crypt)\b/],
  [
    'donation',
    /\b(?:body donation|donat(?:ed?|ing|ion) (?:(?:his|her|the) )?body|body to (?:science|the (?:medical )?school)|willed body|anatomical gift)\b/,
  ],
];
const WISH =
  /\b(?:wants?|wanted|wishes|wished|would like|wed like|we like|going to|were doing|decided|choose|chose|prefers?|its|it is|be|just|said|says|definitely|yes|for me|i want)\b/;
const ELSEWHERE =
  /\b(?:no|not|never|dont|didnt|if|used to|somebody|friend|cousin|neighbor|how much|cost|price|charge|what about|or|joking|kidding|instead of|told (?:her|him|me|us)|permit|arlene|husband was|wife was|was buried|buried my|buried our)\b/;
const UNDECIDED =
  /\b(?:undecided|(?:havent|hasnt|not|nobodys?|nothings?|hasnt been|have not) (?:\w+ ){0,2}(?:decided|talked about|discussed|settled)|(?:dont|doesnt|do not|not) (?:honestly )?(?:really )?(?:know|sure)(?: yet)?|still (?:deciding|thinking|talking)|torn|go(?:ing)? back and forth|up in the air|havent gotten that far|figure (?:that|it) out)\b/;
const ASKED = /\b(?:burial|buried|cremation|cremated)\b/;

/** Disposition that the family means to have: the last that was said of it without doubt. */
export const disposition: Rule = (dialogue, found) => {
  const kind = textOf(found, 'call_kind');
  if (kind === 'other' || kind === 'price_inquiry') return [];
  const answers = new Map(questionsOn(dialogue, ASKED).map(({ answer, sentence }) => [answer.turn, sentence.text]));
  const verdicts: (Stretch & { value: string; weight: number })[] = [];
  for (const turn of dialogue.turns)
    for (const [place, sentence] of turn.sentences.entries()) {
      const asked = turn.side !== 'ours' ? answers.get(turn.turn) : undefined;
      if (sentence.is_question && turn.side === 'ours') continue;
      const doubt = matchesIn(sentence, UNDECIDED)[0];
      if (doubt && (asked || /\b(?:undecided|burial|cremation|bury|cremate)\b/.test(sentence.text))) {
        verdicts.push({ ...doubt, value: 'undecided', weight: 2 });
        continue;
      }
      for (const [value, cue] of DISPOSITIONS) {
        const match = matchesIn(sentence, cue)[0];
        if (!match) continue;
        const words = before(sentence, match.start).split(' ').slice(-7).join(' ');
        if (ELSEWHERE.test(words) || isOfAnother(dialogue, found, sentence, match.start)) continue;
        const weight =
          asked && place <= 1
            ? 3
            : WISH.test(words) || match.start === sentence.start
              ? 2
              : turn.side === 'ours'
                ? 0
                : 1;
        if (weight > 0) verdicts.push({ ...match, value, weight });
      }
    }
  const most = Math.max(...verdicts.map(({ weight }) => weight));
  const best = verdicts.filter(({ weight }) => weight === most);
  const last = best.at(-1);
  const isUndisputed = new Set(best.map(({ value }) => value)).size <= 1 || last?.value === 'undecided';
  return last && isUndisputed && most >= 2 ? finding(dialogue, 'disposition', last.value, last) : [];
};

const VETERAN_ASKED =
  /\b(?:veteran|military|serve|served|service (?:at all|member|man|branch)|in the (?:service|army|armed forces|military)|armed forces|any service|was (?:he|she) (?:in|ever) (?:in )?(?:the )?(?:service|army|navy))\b/;
const SERVED =
  /\b(?:veteran|army|navy|marines?(?: corps)?|air force|coast guard|national guard|dd ?214|d d (?:two fourteen|214|2 14)|vietnam|korean? war|world war|served in|wave in|seabees?|(?:the )?service|two tours|purple heart|va hospital)\b/;
const NOT_SERVED =
  /\b(?:never served|not a veteran|wasnt (?:a veteran|in the (?:service|military|army))|didnt serve|did not serve|no military|never in the (?:service|military)|isnt a veteran)\b/;

/** Service in the forces of whoever the call is about. */
export const veteran: Rule = (dialogue, found) => {
  if (['price_inquiry', 'other'].includes(textOf(found, 'call_kind'))) return [];
  const asked = questionsOn(dialogue, VETERAN_ASKED);
  for (const { answer } of asked) {
    const verdict = answered(dialogue, found, answer.sentences);
    if (verdict) return finding(dialogue, 'veteran', verdict.value, verdict);
  }
  for (const sentence of sentencesOf(dialogue)) {
    if (sentence.is_question && sentence.side === 'ours') continue;
    const [not] = matchesIn(sentence, NOT_SERVED);
    if (not && !isOfAnother(dialogue, found, sentence, not.start)) return finding(dialogue, 'veteran', 'no', not);
    const [served] = matchesIn(sentence, SERVED).filter(({ text }) => !/service$/.test(text) || /served/.test(text));
    const words = served ? before(sentence, served.start) : '';
    if (
      served &&
      !/\b(?:no|not|never|grandfather|grandfathers|jacket|husband|nigerian)\b/.test(words) &&
      !isOfAnother(dialogue, found, sentence, served.start)
    )
      return finding(dialogue, 'veteran', 'yes', served);
  }
  return [];
};

const answered = (dialogue: Dialogue, found: Found, sentences: readonly Sentence[]) => {
  for (const sentence of sentences.slice(0, 3)) {
    const lead = answerIn(sentence.text);
    const [not] = matchesIn(sentence, NOT_SERVED);
    if (lead === 'unknown') return null;
    if (lead === 'no' || not) return { ...(not ?? sentence), value: 'no' };
    const [served] = matchesIn(sentence, SERVED);
    if (served && !isOfAnother(dialogue, found, sentence, served.start)) return { ...served, value: 'yes' };
    if (lead === 'yes') return { ...sentence, value: 'yes' };
  }
  return null;
};

const VIEWING =
  /\b(?:viewing|visitation|open casket|velorio|wake|calling hours|see (?:him|her) (?:one (?:last|more) time|again|first|before))\b/;
const NO_VIEWING =
  /\b(?:no (?:viewing|visitation|open casket|wake)|(?:dont|doesnt|didnt|not) (?:want|need|having|do) (?:a |any )?(?:viewing|visitation|wake|open casket)|closed casket|without (?:a )?viewing)\b/;

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
    const isWish =
      /\b(?:want|wants|wanted|have|having|do|with|like|put down|a|the|yes|so|set up|right|si)\b/.test(words) ||
      some?.start === sentence.start;
    if (some && isWish && !sentence.is_question && !/\b(?:if|not|no|dont|mean|price|cost|or)\b/.test(words))
      verdicts.push({ ...some, value: 'yes' });
  }
  const last = verdicts.sort((one, other) => one.start - other.start).at(-1);
  return last ? finding(dialogue, 'viewing', last.value, last) : [];
};

const ARRANGED =
  /\b(?:pre ?arranged|pre ?arrangements?|pre ?paid|pre ?planned|pre ?need|paid (?:for )?(?:with|by|through)|(?:all|already) paid|has (?:a|it all) (?:plan|policy|contract|paid)|already (?:made|has|had|set up) (?:\w+ )?arrangements|made (?:\w+ )?arrangements (?:with you|ahead|already)|set (?:it|everything) (?:all )?up (?:with you|ahead|years ago)|arrangements (?:in place|on file)|contract with you|file with you)\b/;

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
