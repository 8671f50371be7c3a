import { termsOf } from '../../transcripts/search/tokens.ts';
import type { SpokenCall, SpokenTurn } from '../call.ts';
import { amountsIn } from '../mentions/amounts.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import { conceptsIn } from './concepts.ts';
import { plainStem, type Wanted } from './question.ts';

/** Words of a turn as questions are held against them. */
type Words = { stems: ReadonlySet<string>; concepts: ReadonlySet<string> };

/**
 * Turn of a call as questions are held against it: what it states and what it asks, and in `holds` the kinds of things
 * that stand in it. `named` has the terms of the speaker's own name.
 */
export type Passage = {
  turn: SpokenTurn;
  text: string;
  states: Words;
  asks: Words;
  isAsking: boolean;
  named: ReadonlySet<string>;
  holds: ReadonlySet<Exclude<Wanted, null>>;
};

const DIGIT = '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|\\d)';
const KINDS: readonly (readonly [Exclude<Wanted, null>, RegExp])[] = [
  [
    'telephone',
    new RegExp(`(?:\\b${DIGIT} ){3,}${DIGIT}\\b|\\b\\d{3} \\d{3} \\d{4}\\b|\\b\\d{3} \\d{4}\\b|\\b0\\d{3}\\b|\\b\\d{7,11}\\b`),
  ],
  ['email', /\b(?:at \w+ dot|dot (?:com|net|org|edu)|gmail|yahoo|hotmail|\w+ com$)\b/],
  ['identifier', new RegExp(`(?:\\b${DIGIT} ?){3,}|\\d{2,}|\\b(?:\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\\b|\\b(?:room|space|lot|unit|bed|flight) ${DIGIT}\\b`)],
  [
    'count',
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozen|couple|both|none|no|single|dos|tres)\b/,
  ],
  [
    'time',
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:today|tonight|tomorrow|yesterday|morning|afternoon|evening|noon|midnight|minutes?|hours?|weeks?|days?|months?|years?|oclock|lunch|after|before|until|till|by|soon|now|once|when|am|pm|later|next)\b|\b\d{1,2} \d{2}\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:oh|fifteen|thirty|forty|ten|twenty|fifty)\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b|\b(?:\w+teenth|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twent\w+|thirtieth)\b|\b\d+(?:st|nd|rd|th)\b/,
  ],
  ['spelling', /(?:\b[a-zñé]\b ?){3,}/],
  ['reason', /\b(?:because|since|so|cause|that is why|reason|in case|not|until|till|he is|she is|they)\b/],
  ['cause', /\b(?:died of|heart|cancer|stroke|pneumonia|kidney|liver|accident|crash|fell|fall|drown\w*|overdose\w*|drugs|suicide|natural causes|covid|sepsis|aneurysm|lungs?)\b/],
  [
    'institution',
    /\b(?:saint|st|mount|holy|our lady|sacred heart|trinity|zion|shiloh|bethel|calvary|immaculate|redeemer|good shepherd|grace)\b|\b(?!the |a |an |my |our |your |his |her |that |this |which |what |to |of |from |at |in |is |no |any |some |their |and |other |old |same |one )[a-z]{3,} (?:memorial|general|regional|medical|baptist|methodist|lutheran|presbyterian|catholic|ame|cemetery|church|hospital|gardens?|hill|park|crematory|mosque|temple|county|airlines?)\b|\b(?:dr|doctor|father|rabbi|pastor|reverend|imam|brother|sister) (?!is|was|has|said|says|can|will|had|and|or|the|there|that|to|in|who|does|did|for|a|an|he|she|of|on|with)[a-z]{3,}\b/,
  ],
];

const PERSONAL =
  /\b(?:i|me|him|he|she|her|they|wife|husband|son|daughter|mother|father|mom|mama|dad|brother|sister|niece|nephew|aunt|uncle|cousin|nurse|doctor|dr|mr|mrs|director|coroner|neighbor|family|friend|priest|supervisor|attending)\b/;

/** Words with a capital that do not begin a sentence: names, in calls that are written with capitals. */
const isNamed = ({ words }: SpokenTurn): boolean =>
  words.some(
    ({ text }, at) =>
      at > 0 && /^["“]?\p{Lu}\p{Ll}/u.test(text) && !/^(?:I['’]|Mr|Mrs|Ms|Miss|Okay|Yes|No)\b/.test(text) && !/[.?!…]["”]?$/.test(words[at - 1]?.text ?? ''),
  );

const wordsOf = (sentences: readonly Sentence[]): Words => ({
  stems: new Set(sentences.flatMap(({ terms }) => terms.map(({ text }) => plainStem(text)))),
  concepts: new Set(sentences.flatMap(({ text }) => conceptsIn(text))),
});

const passageOf = (call: SpokenCall, turn: SpokenTurn, sentences: readonly Sentence[]): Passage => {
  const text = sentences.map((sentence) => sentence.text).join(' . ');
  const holds = new Set(KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));
  const amounts = sentences.flatMap(({ terms }) => amountsIn(terms, (word) => call.words[word]?.text ?? ''));
  if (amounts.some(({ dollars, marked }) => marked || dollars >= 15) || /\bno charge|\bfree\b|\bnothing\b|\bnot charge\b/.test(text)) holds.add('money');
  const named = isNamed(turn);
  if (named) holds.add('institution');
  if (named || PERSONAL.test(text)) holds.add('person');
  if (named || /\b(?:at|in|to|on|by|from|over|up|down|street|road|hospital|church|room|house|home)\b/.test(text)) holds.add('place');
  holds.add('name');
  return {
    turn,
    text,
    states: wordsOf(sentences.filter(({ asks }) => !asks)),
    asks: wordsOf(sentences.filter(({ asks }) => asks)),
    isAsking: sentences.at(-1)?.asks ?? false,
    named: new Set(termsOf((turn.label ?? '').split(',')[0] ?? '').map(plainStem)),
    holds,
  };
};

const kept = new WeakMap<SpokenCall, readonly Passage[]>();

/** The turns of a call with what stands in them. */
export const passagesOf = (call: SpokenCall): readonly Passage[] => {
  const known = kept.get(call);
  if (known) return known;
  const byTurn = new Map<SpokenTurn, Sentence[]>();
  for (const sentence of sentencesOf(call)) {
    const said = byTurn.get(sentence.turn);
    if (said) said.push(sentence);
    else byTurn.set(sentence.turn, [sentence]);
  }
  const passages = call.turns.map((turn) => passageOf(call, turn, byTurn.get(turn) ?? []));
  kept.set(call, passages);
  return passages;
};
