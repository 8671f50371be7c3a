import { stemOf } from '../../transcripts/search/forms.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { longForm } from '../contractions.ts';
import { conceptsIn } from './concepts.ts';

/** Kind of thing that a question asks for: the words that answer it hold one. Null where any words may. */
export type Wanted =
  | 'telephone'
  | 'email'
  | 'identifier'
  | 'money'
  | 'count'
  | 'weight'
  | 'age'
  | 'time'
  | 'person'
  | 'name'
  | 'institution'
  | 'professional'
  | 'existence'
  | 'address'
  | 'place'
  | 'spelling'
  | 'cause'
  | 'reason'
  | null;

/** Question as it is looked for: its text in the long form, the stems, names and concepts in it, and what it asks for. */
export type Question = {
  text: string;
  words: readonly string[];
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
    'make made makes take taken took put let all each other another now still yet already before after whether mr mrs ms miss dr ' +
    'okay please thing things supposed happen happens exactly through until while own new more most kind used use ' +
    'person people right good well'
  ).split(' '),
);

const WANTED: readonly (readonly [Exclude<Wanted, null>, RegExp])[] = [
  ['email', /\be ?mail(?: address)? ?$|\bemail address\b/],
  ['weight', /\b(?:how (?:much|heavy|big)|what)\b.*\b(?:weighs?|weight)\b|^how (?:heavy|big|large) (?:is|was|a)\b/],
  ['age', /^how old\b|^what (?:is|was) (?:his|her|the \w+) age\b/],
  [
    'identifier',
    /\b(?:social security|ssn|flight number|(?:policy|case|room|house|license|permit|account|order|confirmation|plot|lot|bed|booking|tracking|examiner|examiners|coroners?) (?:is )?numbers?|(?:which|what) (?:room|space|flight)(?! (?:day|date|time))|gate code)\b/,
  ],
  ['telephone', /\b(?:what|which)\b.*\b(?:numbers?|phone number|telephone|cell|mobile|fax)\b|\bcallback number\b/],
  [
    'money',
    /^(?:and )?how much\b(?! (?:time|longer))|^what (?:is|was|are|were) (?:the|our|his|her|their|its) (?:\w+ ){0,3}(?:costs?|prices?|charges?|fees?|total|balance|amount|bill|deposit)\b|^what (?:do|does|did|would|will|are|is|total|figure|price)\b.*\b(?:costs?|charge|charges|charging|charged|quote|quoted|pay|come to|start at|run|price|total)\b(?!.*\b(?:about|tell|before)\b)/,
  ],
  ['count', /^how many\b/],
  [
    'existence',
    /^(?:is|was|are) there (?:a|an|any)\b|^(?:did|does|do|has|have) (?:he|she|they|the \w+|\w+) (?:have|got) (?:a|an|any)?\b/,
  ],
  ['spelling', /\bspel\w+\b/],
  ['cause', /^what\b.*\b(?:cause|because) of death\b|^what\b.*\bdie of\b/],
  ['name', /^what (?:is|was) .*\b(?:name|surname)$|^what (?:is|was) .*\bname of\b|^what .*\bcalled$/],
  [
    'professional',
    /^(?:which|what) (?:\w+ )?(?:doctor|physician|rabbi|priest|preacher|pastor|minister|imam|reverend|chaplain)\b/,
  ],
  [
    'institution',
    /^(?:from |to |at |in )?(?:which|what) (?:\w+ )?(?:cemetery|church|hospital|crematory|mosque|synagogue|temple|parish|company|insurance|insurer|school|college|nursing home|airline)\b/,
  ],
  [
    'time',
    /\b(?:when|until when|by when|how long|how soon|what time|what day|which day|what date|which date|what hour|at what)\b/,
  ],
  ['person', /\b(?:who|whom|whose|which (?:relative|brother|sister|daughter|son|person|of them|director|nurse))\b/],
  ['address', /^(?:what|which)\b.*\baddress\b|^where (?:does|do|did) .*\blives?$/],
  ['place', /^(?:from |to |at )?(?:where|which)\b/],
  ['reason', /^why\b/],
];

/** "Ring" as one telephones, not as one wears it. */
const RINGS =
  /\b(?:to|we|they|must|should|may|not|will|shall|can) ring\b|\bring (?:us|him|her|them|me|the (?:family|house|daughter|son|wife))\b|\brings?$/;

const longOf = (question: string): string[] =>
  question
    .split(/\s+/)
    .flatMap((word) =>
      termsOf(
        word.replace(
          /['’]s$/,
          word.toLowerCase().startsWith('what') || word.toLowerCase().startsWith('who') ? "'s" : '',
        ),
      ).flatMap((term) => longForm(term, { hasApostrophe: /['’]/.test(word), isWrittenWithout: false, next: '' })),
    );

/** Stem of a word of a question or a call: a plural has that of its singular. */
export const plainStem = (word: string): string => stemOf(word.replace(/^([a-z]{3,}[^s])s$/, '$1'));

/** Reads a question that somebody at the home types. */
export const readQuestion = (question: string): Question => {
  const words = longOf(question.replace(/\bdeath certificate/gi, 'certificate'));
  const text = words.join(' ');
  const names = new Set(
    [...question.matchAll(/(?<=\S\s+)\p{Lu}[\p{L}'’-]+/gu)]
      .flatMap(([word]) => termsOf(word.replace(/['’]s$/, '')))
      .filter((term) => !STOP.has(term)),
  );
  const isRinging = RINGS.test(text);
  const content = words.filter((word) => !STOP.has(word) && word.length > 1 && !(isRinging && /^rings?$/.test(word)));
  const concepts = conceptsIn(text).filter((concept) => !(isRinging && concept === 'belongings'));
  return {
    text,
    words: content,
    stems: new Set(content.map(plainStem)),
    names: new Set([...names].map(plainStem)),
    concepts,
    wanted: WANTED.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
  };
};
