import { stemOf } from '../../transcripts/search/forms.ts';
import type { SpokenCall, SpokenTurn } from '../call.ts';
import { amountsIn } from '../mentions/amounts.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import { conceptsIn } from './concepts.ts';
import type { Wanted } from './question.ts';

/** Turn of a call as questions are held against it. `holds` has the kinds of things that stand in it. */
export type Passage = {
  turn: SpokenTurn;
  sentences: readonly Sentence[];
  text: string;
  stems: ReadonlySet<string>;
  concepts: ReadonlySet<string>;
  asks: boolean;
  holds: ReadonlySet<Exclude<Wanted, null>>;
};

const DIGIT = '(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|\\d)';
const KINDS: readonly (readonly [Exclude<Wanted, null>, RegExp])[] = [
  [
    'telephone',
    new RegExp(`(?:\\b${DIGIT}\\b ?){4,}|\\b\\d{3} \\d{3} \\d{4}\\b|\\b\\d{3} \\d{4}\\b|\\b0\\d{3}\\b|\\b\\d{7,11}\\b`),
  ],
  ['email', /\b(?:at \w+ dot|dot com|dot net|dot org|gmail|yahoo)\b/],
  [
    'identifier',
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b/,
  ],
  [
    'count',
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty|dozen|couple|both|none|no|single|dos|tres)\b/,
  ],
  [
    'time',
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:today|tonight|tomorrow|yesterday|morning|afternoon|evening|noon|midnight|minutes?|hours?|weeks?|days?|months?|years?|oclock|lunch|after|before|until|till|by|soon|now|once|when|am|pm|later|next)\b|\b\d{1,2} \d{2}\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:oh|fifteen|thirty|forty|ten|twenty|fifty)\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b/,
  ],
  ['spelling', /(?:\b[a-zñé]\b ?){3,}/],
  ['reason', /\b(?:because|since|so|cause|that is why|reason|in case|not|until|till)\b/],
];

const PERSONAL =
  /\b(?:i|me|him|he|she|her|they|wife|husband|son|daughter|mother|father|mom|mama|dad|brother|sister|niece|nephew|aunt|uncle|cousin|nurse|doctor|dr|mr|mrs|director|coroner|neighbor|family|friend|priest|father|supervisor|attending)\b/;

const passageOf = (call: SpokenCall, turn: SpokenTurn, sentences: readonly Sentence[]): Passage => {
  const text = sentences.map((sentence) => sentence.text).join(' . ');
  const holds = new Set(KINDS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind));
  const amounts = sentences.flatMap(({ terms }) => amountsIn(terms, (word) => call.words[word]?.text ?? ''));
  if (
    amounts.some(({ dollars, marked }) => marked || dollars >= 15) ||
    /\b(?:no charge|free|nothing|paid|charge)\b/.test(text)
  )
    holds.add('money');
  const isNamed = turn.words.some(
    (word, at) => at > 0 && /^\p{Lu}\p{Ll}/u.test(word.text) && !/[.?!]$/.test(turn.words[at - 1]?.text ?? ''),
  );
  if (isNamed || PERSONAL.test(text)) holds.add('person');
  if (isNamed || /\b(?:at|in|to|on|by|from|over|up|down|street|road|hospital|church|room|house|home)\b/.test(text))
    holds.add('place');
  return {
    turn,
    sentences,
    text,
    stems: new Set(
      sentences.flatMap(({ terms }) => terms.map((term) => stemOf(term.text.replace(/^([a-z]{3,})s$/, '$1')))),
    ),
    concepts: new Set(sentences.flatMap((sentence) => conceptsIn(sentence.text))),
    asks: sentences.at(-1)?.asks ?? false,
    holds,
  };
};

const kept = new WeakMap<SpokenCall, readonly Passage[]>();

/** The turns of a call with what stands in them. */
export const passagesOf = (call: SpokenCall): readonly Passage[] => {
  const known = kept.get(call);
  if (known) return known;
  const byTurn = new Map<SpokenTurn, Sentence[]>();
  for (const sentence of sentencesOf(call)) byTurn.set(sentence.turn, [...(byTurn.get(sentence.turn) ?? []), sentence]);
  const passages = call.turns.map((turn) => passageOf(call, turn, byTurn.get(turn) ?? []));
  kept.set(call, passages);
  return passages;
};
