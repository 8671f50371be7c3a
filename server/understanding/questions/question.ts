import { stemOf } from '../../transcripts/search/forms.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { tradeWordsOf } from '../../transcripts/search/trade-words.ts';
import { longForm } from '../contractions.ts';
import { conceptsIn } from './concepts.ts';

/** Kind of thing that a question asks for: the words that answer it hold one. Null where any words may. */
export type Wanted =
  | 'telephone'
  | 'email'
  | 'identifier'
  | 'money'
  | 'count'
  | 'time'
  | 'person'
  | 'place'
  | 'spelling'
  | 'reason'
  | null;

/** Question as it is looked for: its text in the long form, the stems and concepts that it is made of, and names in it. */
export type Question = {
  text: string;
  stems: ReadonlySet<string>;
  names: ReadonlySet<string>;
  concepts: readonly string[];
  wanted: Wanted;
};

const STOP = new Set(
  (
    'a an the of to in on at for from by with and or but if is are was were be been being am do does did doing done have has had having ' +
    'will would can could shall should may might must not no we us our ours you your yours i me my he him his she her hers they them ' +
    'their it its this that these those there here who whom whose what which when where why how much many long soon far any anybody ' +
    'anyone anything some somebody something one ones as than then so just only also too very up out about into over off get gets got ' +
    'give given gave go goes going come comes coming say says said tell tells told ask asked asks want wants wanted need needs know ' +
    'make made take taken took put let us all each other another there now still yet already before after whether mr mrs ms miss dr ' +
    'okay please thing things supposed happen happens exactly through until while own new more most left kind anyone someone'
  ).split(' '),
);

const WANTED: readonly (readonly [Exclude<Wanted, null>, RegExp])[] = [
  ['email', /\be ?mail(?: address)?\b.*\?*$|\bemail address\b/],
  [
    'identifier',
    /\b(?:social security|ssn|flight (?:number|is|does)|(?:policy|case|room|house|license|permit|account|order|confirmation|plot|lot|bed|booking|tracking) numbers?|which room|gate code|medical examiner is number|examiner number|code)\b/,
  ],
  [
    'telephone',
    /\b(?:phone|telephone|cell|mobile|fax) ?(?:number)?\b(?!.*\b(?:call|ring)\b)|\bnumber (?:do|can|should|to|did|is|for)\b|\bwhat number\b|\b\w+ number$|\bcallback number\b/,
  ],
  [
    'money',
    /\bhow much\b|\b(?:cost|costs|price|prices|charge|charged|charging|quote|quoted|fee|fees|total|balance|owe|figure|deposit)\b/,
  ],
  ['count', /\bhow many\b/],
  ['spelling', /\bspel\w+\b/],
  [
    'time',
    /^(?:.* )?(?:when|until when|by when|how long|how soon|what time|what day|which day|what date|which date|what hour|at what)\b/,
  ],
  [
    'person',
    /^(?:and )?(?:who|whom|whose|who is|which (?:doctor|relative|brother|sister|priest|rabbi|preacher|pastor|daughter|son|person|of them|physician|director|nurse))\b|\bname\b/,
  ],
  [
    'place',
    /^(?:from |to |at )?(?:where|which (?:cemetery|church|hospital|crematory|airport|city|town|mosque|home|place|nursing|hospice|entrance|door|company|airline|insurance|space))\b/,
  ],
  ['reason', /^why\b/],
];

const longOf = (question: string): string[] =>
  question
    .split(/\s+/)
    .flatMap((word) =>
      termsOf(word).flatMap((term) =>
        longForm(term, { hasApostrophe: /['’]/.test(word), isWrittenWithout: false, next: '' }),
      ),
    );

/** Reads a question that somebody at the home types. `terms` are stems of all words of the call, for names in lower case. */
export const readQuestion = (question: string): Question => {
  const words = longOf(question);
  const text = words.join(' ');
  const names = new Set(
    [...question.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}'’-]+/gu)]
      .flatMap(([word]) => termsOf(word.replace(/['’]s$/, '')))
      .filter((term) => !STOP.has(term)),
  );
  const stems = new Set(
    words.filter((word) => !STOP.has(word) && word.length > 1).map((word) => stemOf(word.replace(/^(\w{3,})s$/, '$1'))),
  );
  const wanted = WANTED.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const isMoney = wanted === 'money' && /^(?:who|when|why|where)\b/.test(text);
  return {
    text,
    stems,
    names: new Set([...names].map(stemOf)),
    concepts: conceptsIn(text),
    wanted: isMoney ? null : wanted,
  };
};

/** Stems of the words of the trade that mean the same as a stem. */
export const alike = (stem: string): readonly string[] =>
  tradeWordsOf([stem])
    .filter((terms) => terms.length === 1)
    .map(([term]) => stemOf(term as string));
