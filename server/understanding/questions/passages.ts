import { termsOf } from '../../transcripts/search/tokens.ts';
import type { SpokenCall, SpokenTurn } from '../call.ts';
import { amountsIn, mayBeHour } from '../mentions/amounts.ts';
import { genderOf } from '../mentions/given-names.ts';
import { oncePerCall } from '../once-per-call.ts';
import { findItem } from '../prices/items.ts';
import { isPriceShaped } from '../prices/own-price.ts';
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
    new RegExp(
      `(?:\\b${DIGIT} ){3,}${DIGIT}\\b|\\b\\d{3} \\d{3} \\d{4}\\b|\\b\\d{3} \\d{4}\\b|\\b0\\d{3}\\b|\\b\\d{7,11}\\b`,
    ),
  ],
  ['email', /\b(?:at \w+ dot|dot (?:com|net|org|edu)|gmail|yahoo|hotmail|\w+ com$)\b/],
  [
    'identifier',
    new RegExp(
      `(?:\\b${DIGIT} ?){3,}|\\d{3,}|\\b\\d+[a-z]\\b|\\b(?:${DIGIT}|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:(?:oh|dash|hundred) )?(?:\\w+teen|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\\b|\\b(?:room|space|lot|unit|bed|flight) ${DIGIT}\\b|\\bin ${DIGIT}$`,
    ),
  ],
  [
    'weight',
    /\b(?:pounds?|lbs?|kilos?|big|small|tiny|heavy|light|thin|skinny|frail)\b|\b(?:one|two|three|four) (?:hundred|oh|\w+teen|ten|eleven|twelve|\w+ty)\b|\b(?:8|9|1\d|2\d|3\d|4\d)\d\b|\b(?:eighty|ninety)\b/,
  ],
  [
    'age',
    /\b(?:\d{1,2}|\d{1,2} \w+|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: \w+)?|hundred|years old|year old|months?|days?|weeks?)\b/,
  ],
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
  [
    'cause',
    /\b(?:died of|heart|cancer|stroke|pneumonia|kidney|liver|accident|crash|fell|fall|drown\w*|overdose\w*|drugs|suicide|natural causes|covid|sepsis|aneurysm|lungs?)\b/,
  ],
];

const INSTITUTION =
  /\b(?:(?:saint|st|mount|our lady of) [a-z]{3,}|sacred heart|holy [a-z]{4,}|trinity|zion|shiloh|bethel|calvary|immaculate|redeemer|good shepherd)\b|\b(?!the |a |an |my |our |your |his |her |that |this |which |what |to |of |from |at |in |is |no |any |some |their |and |other |old |same |one |with |by |on |or |for |own |your |whole |open |each |medical |funeral |called |call |think )[a-z]{3,} (?:memorial|general|regional|medical center|baptist|methodist|lutheran|presbyterian|catholic|ame|cemetery|church|hospital|gardens?|park|crematory|mosque|temple|airlines?|insurance|life)\b/;
const ADDRESS =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred) (?:[a-z]+ ){1,3}(?:road|street|drive|avenue|lane|court|boulevard|way|place|circle|bend|route|highway|trail|rue|terrace|pike)\b|\b(?:apartment|unit|apt) \w+\b/;
const PROFESSIONAL =
  /\b(?:dr|doctor|doctora|rabbi|pastor|reverend|imam|father|deputy coroner) (?!is|was|has|said|says|can|will|had|and|or|the|there|that|to|in|who|does|did|for|a|an|he|she|of|on|with|him|her|figure|all|if|so|it|at|signed|just|not|then|about|would|died|passed|got|s)[a-z]{3,}\b/;
export const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|I|English|Spanish|Catholic|God|Lord|Mom|Mama|Dad|Daddy|Grandma|Ma)$/;

const PERSONAL =
  /\b(?:i|me|him|he|she|her|they|wife|husband|son|daughter|mother|father|mom|mama|dad|brother|sister|niece|nephew|aunt|uncle|cousin|nurse|doctor|dr|mr|mrs|director|coroner|neighbor|family|friend|priest|supervisor|attending)\b/;

/** Words with a capital that do not begin a sentence: names, in calls that are written with capitals. */
const isNamed = ({ words }: SpokenTurn): boolean =>
  words.some(
    ({ text }, at) =>
      at > 0 &&
      /^["“]?\p{Lu}\p{Ll}/u.test(text) &&
      !/^(?:I['’]|Mr|Mrs|Ms|Miss|Okay|Yes|No)\b/.test(text) &&
      !/[.?!…]["”]?$/.test(words[at - 1]?.text ?? ''),
  );

const isQuoted = (text: string, dollars: number): boolean =>
  dollars >= 60 && /\b(?:told|quoted|charged|paid|wanted|asked|says|said)\b/.test(text);

/** An amount that may as well be an hour, where nothing in its sentence speaks of a price. */
const isClock = (text: string, dollars: number): boolean =>
  mayBeHour(dollars) &&
  findItem(text) === null &&
  !/\b(?:cost|charge|price|fee|runs?|dollars?|quote|told|total|for the)\w*\b/.test(text) &&
  /\b(?:at|by|mon|tues|wednes|thurs|fri|satur|sun)\w*\b|\b(?:morning|afternoon|tonight|tomorrow|say)\b/.test(text);

/** A name with a capital after "at", "in", "to": of a place, unless it is one of a person or of the calendar. */
const isAtNamed = ({ words }: SpokenTurn): boolean =>
  words.some(({ text }, at) => {
    const plain = text.replace(/[^\p{L}'’-]/gu, '');
    if (!/^\p{Lu}\p{Ll}/u.test(plain) || CALENDAR.test(plain) || genderOf(plain) !== null) return false;
    return /^(?:at|in|to|from|by|with|use|called|near)$/i.test(words[at - 1]?.text ?? '');
  });

const wordsOf = (sentences: readonly Sentence[]): Words => ({
  stems: new Set(sentences.flatMap(({ terms }) => terms.map(({ text }) => plainStem(text)))),
  concepts: new Set(sentences.flatMap(({ text }) => conceptsIn(text))),
});

const passageOf = (call: SpokenCall, turn: SpokenTurn, sentences: readonly Sentence[]): Passage => {
  const text = sentences.map((sentence) => sentence.text).join(' . ');
  const holds = new Set(KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));
  const textOf = (word: number) => call.words[word]?.text ?? '';
  const isMoney = sentences.some((sentence) =>
    amountsIn(sentence.terms, textOf).some(
      (amount) =>
        amount.marked ||
        (amount.dollars >= 15 &&
          (isPriceShaped(sentence, amount) || isQuoted(sentence.text, amount.dollars)) &&
          !isClock(sentence.text, amount.dollars)),
    ),
  );
  if (isMoney || /\bno charge|\bfree\b|\bfor nothing\b|\bnot charge\b/.test(text)) holds.add('money');
  const named = isNamed(turn);
  if (INSTITUTION.test(text) || isAtNamed(turn)) holds.add('institution');
  if (PROFESSIONAL.test(text)) holds.add('professional');
  if (named || PERSONAL.test(text)) holds.add('person');
  if (named || /\b(?:at|in|to|on|by|from|over|up|down|street|road|hospital|church|room|house|home)\b/.test(text))
    holds.add('place');
  holds.add('name');
  if (ADDRESS.test(text)) holds.add('address');
  return {
    turn,
    text,
    states: wordsOf(sentences.filter(({ asks }) => !asks)),
    asks: wordsOf(sentences.filter(({ asks }) => asks)),
    isAsking: sentences.at(-1)?.asks ?? false,
    named: new Set(termsOf(turn.label ?? '').map(plainStem)),
    holds,
  };
};

/** The turns of a call with what stands in them. */
export const passagesOf = oncePerCall((call): readonly Passage[] => {
  const byTurn = new Map<SpokenTurn, Sentence[]>();
  for (const sentence of sentencesOf(call)) {
    const said = byTurn.get(sentence.turn);
    if (said) said.push(sentence);
    else byTurn.set(sentence.turn, [sentence]);
  }
  return call.turns.map((turn) => passageOf(call, turn, byTurn.get(turn) ?? []));
});
