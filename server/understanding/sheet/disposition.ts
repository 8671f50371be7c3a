import { answerIn, before, questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Sentence, type Stretch } from '../dialogue/dialogue.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const DISPOSITIONS: readonly (readonly [value: string, cue: RegExp])[] = [
  [
    'donation',
    /\b(?:whole body (?:donation|donor)|body donation|donat(?:ed?|ing|ion) (?:of )?(?:(?:his|her|the|my|their) )?body|body to (?:science|the (?:medical )?(?:school|college))|willed body|anatomical (?:gift|program)|given myself to)\b/,
  ],
  ['entombment', /\b(?:entomb(?:ed|ment)?|mausoleum|crypt|in the wall)\b/],
  ['cremation', /\b(?:cremat(?:ed?|ion|ing)s?|cremains|ashes)\b/],
  [
    'burial',
    /\b(?:buried|burial|bury|entierro|sepultura|in the ground|grave ?side|interment|interred|(?:a|the|her|his) plot|at the grave|(?:in|at|to|into) (?:(?:his|her|our|their|the) )?(?:own |national |veterans )?cemetery)\b/,
  ],
];
const ASKED =
  /\b(?:what (?:she|he|they|you|the family|\w+) wants?|wishes|burial|buried|cremation|cremated|bury|cremate)\b/;
const WISH =
  /\b(?:wants?|wanted|wishes|wished|would like|wed like|we like|were doing|decided|chose|prefers?|definitely|for me|i want|(?:she|he|they|family|mom|dad) (?:just )?(?:said|says|picked)|(?:going to|gonna) be|(?:hell|shell|itll|will|to|should|must) be|supposed to be|it is|its|going with|doing|plan is|in (?:his|her) (?:will|directive)|asking)\b/;
/** Words before a grave or a crypt that somebody has already, and before a body that is left to a school. */
const HAS = /\b(?:has|have|owns?|got|left|theres|there is)(?: \w+)?$/;
const PUT_DOWN =
  /\b(?:put (?:down|it down as)?|so|writing down|hell go|shell go|schedule|opening|you(?:re)? (?:want|looking at)|simple|on the contract)\b/;
const ELSEWHERE =
  /\b(?:no|not|never|dont|didnt|doesnt|wont|if|used to|somebody|friend|cousin|neighbor|or|joking|kidding|instead of|rather than|without|about|for an?|direct|basic|plain|package|permit|authorization|before the|required|need(?:ed)? for)\b/;
const PAST = /\b(?:was|were|got|had|being|we|you|they|folks|i)$/;
const MONEY = /\b(?:how much|costs?|prices?|charge|charges|run|package|dollars|hundred|thousand|\d{3,})\b/;
const UNDECIDED =
  /\b(?:undecided|(?:havent|hasnt|not|nobodys?|nothings?|hasnt been|have not) (?:\w+ ){0,2}?(?:decided|discussed|settled)|(?:dont|doesnt|do not) (?:honestly |really |even )*know|no idea|not sure|still (?:deciding|thinking|talking)|back and forth|torn|disagree|divided|on the fence|up in the air|gotten that far|cant agree|figure (?:that|it) out)\b/;
/** Tokens between a doubt and what it is about, at most. */
const NEAR = 10;
const STRONG = 3;

type Verdict = Stretch & { value: string; weight: number };

/** Disposition that the family means to have: the last that was wished or answered, else the only one spoken of. */
export const disposition: Rule = (dialogue, found) => {
  const kind = textOf(found, 'call_kind');
  if (kind === '' || kind === 'other' || kind === 'price_inquiry') return [];
  const verdicts = verdictsIn(dialogue, found);
  const strong = verdicts.filter(({ weight }) => weight >= STRONG);
  const last = strong.at(-1);
  const isSure =
    last && strong.filter(({ value }) => value !== last.value && value !== 'undecided').length * 2 < strong.length;
  if (last) return isSure ? finding(dialogue, 'disposition', last.value, last) : [];
  const sums = new Map<string, number>();
  for (const { value, weight } of verdicts) sums.set(value, (sums.get(value) ?? 0) + weight);
  const [[value, sum] = ['', 0], [, next] = ['', 0]] = [...sums].sort(([, one], [, other]) => other - one);
  const evidence = verdicts.find((one) => one.value === value);
  return evidence && sum >= 2 && sum >= 3 * next ? finding(dialogue, 'disposition', value, evidence) : [];
};

/** "So burial at Saint Mary's?" "Yes." A question that names one of them, and is affirmed. */
const affirmed = (dialogue: Dialogue): Verdict[] =>
  questionsOn(dialogue, ASKED).flatMap(({ sentence, answer }) => {
    const cues = DISPOSITIONS.flatMap(([value, cue]) => matchesIn(sentence, cue).map((match) => ({ ...match, value })));
    const isOne =
      new Set(cues.map(({ value }) => value)).size === 1 &&
      !/\b(?:how much|cost|price|law|required|embalm)\b/.test(sentence.text);
    const [cue] = cues;
    if (!cue || !isOne || answerIn(answer.text) !== 'yes') return [];
    return [{ start: cue.start, end: cue.end, value: cue.value, weight: STRONG }];
  });

const verdictsIn = (dialogue: Dialogue, found: Found): Verdict[] => {
  const asked = new Set(questionsOn(dialogue, ASKED).map(({ answer }) => answer.turn));
  const told = dialogue.turns.flatMap((turn) =>
    turn.sentences.flatMap((sentence, place) => {
      if (sentence.is_question && turn.side === 'ours') return [];
      const isAnswer = asked.has(turn.turn) && place <= 1;
      const cues = DISPOSITIONS.flatMap(([value, cue]) =>
        matchesIn(sentence, cue).map((match) => ({ ...match, value })),
      );
      const [doubt] = matchesIn(sentence, UNDECIDED);
      const isAbout =
        doubt &&
        (isAnswer
          ? doubt.start - sentence.start < NEAR
          : cues.some(
              (cue) => Math.abs(cue.start - doubt.end) < NEAR && weightOf(dialogue, found, sentence, cue, false) > 0.5,
            ));
      const isNoted =
        turn.side === 'ours' &&
        /decided/.test(doubt?.text ?? '') &&
        /\b(?:put|write|mark|leave|note)\b/.test(sentence.text);
      if (doubt && (isAbout || isNoted || /undecided/.test(doubt.text)))
        return [{ ...doubt, value: 'undecided', weight: STRONG + 1 }];
      return cues.flatMap((cue) => {
        const weight = weightOf(dialogue, found, sentence, cue, isAnswer);
        return weight > 0 ? [{ ...cue, weight }] : [];
      });
    }),
  );
  return [...told, ...affirmed(dialogue)].sort((one, other) => one.start - other.start);
};

const weightOf = (dialogue: Dialogue, found: Found, sentence: Sentence, cue: Stretch, isAnswer: boolean): number => {
  const words = before(sentence, cue.start).split(' ').slice(-6).join(' ');
  const isFirst = cue.start - sentence.start <= 1;
  const isCorrection = /^(?:no )+$/.test(`${before(sentence, cue.start)} `) && (isAnswer || sentence.side !== 'ours');
  if (/\b(?:no|not|never|dont|didnt|if|or|used to|joking)\b/.test(words) && !isCorrection) return 0;
  if (isOfAnother(dialogue, found, sentence, cue.start)) return 0;
  const isPast = PAST.test(words) && /^(?:buried|cremated)$/.test(dialogue.terms[cue.start] ?? '');
  if (isPast && !/\b(?:be|hes|shes)$/.test(words)) return 0;
  if (isAnswer && (isFirst || isCorrection || WISH.test(words))) return STRONG + 1;
  const isAside = ELSEWHERE.test(words) || MONEY.test(sentence.text);
  if (sentence.side === 'ours') return isAside ? 0.5 : PUT_DOWN.test(words) ? 2 : 1;
  if (isAside || sentence.is_question) return 0.5;
  if (WISH.test(words) || isFirst) return STRONG;
  return HAS.test(words) ? 2 : 1;
};
