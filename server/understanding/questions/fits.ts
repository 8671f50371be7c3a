import { type Finding, overlaps } from '../call.ts';
import { genderOf } from '../mentions/given-names.ts';
import { findItem, namedItems } from '../prices/items.ts';
import { conceptsIn } from './concepts.ts';
import { CALENDAR, type Passage } from './passages.ts';
import { plainStem, type Question, type Wanted } from './question.ts';
import { coverageOf, featuresOf } from './rank.ts';

/** Words of a question that only say what kind of thing is asked for; the others are what it is asked of. */
const KIND_WORDS: Partial<Record<Exclude<Wanted, null>, { stems: RegExp; concepts: RegExp }>> = {
  telephone: {
    stems: /^(?:number|phone|telephon|cell|mobil|call|reach|back|own|best|contact|leav)$/,
    concepts: /^(?:phone|call|address|belongings)$/,
  },
  email: { stems: /^(?:email|mail|address)$/, concepts: /^(?:email|send|address)$/ },
  identifier: { stems: /^(?:number|code|case|polici)$/, concepts: /^(?:phone|address|paid)$/ },
  money: {
    stems: /^(?:cost|charg|price|quot|fee|total|amount|figur|pai|pay|deposit|bill|start)$/,
    concepts: /^(?:price|list|paid|tell|included|arrive|quantity)$/,
  },
  count: { stems: /^(?:total|altogether|order)$/, concepts: /^quantity$/ },
  name: {
    stems: /^(?:name|surnam|last|first|full|call|middl|own|correct|right)$/,
    concepts: /^(?:name|call|spelling|address)$/,
  },
  institution: { stems: /^$/, concepts: /^(?:relative|died|time)$/ },
  professional: { stems: /^$/, concepts: /^(?:relative|died|time)$/ },
  address: { stems: /^(?:address|live)$/, concepts: /^(?:address|phone)$/ },
  existence: { stems: /^$/, concepts: /^$/ },
  cause: { stems: /^(?:caus|becaus|death|die|di)$/, concepts: /^(?:died|cause|why)$/ },
};
const CAUSE =
  /\b(?:died? of|cause of death|heart attack|stroke|cancer|overdose\w*|accident|natural causes|pneumonia|suddenly|aneurysm)\b/;
/** Share of what is asked of that has to stand with a thing of the kind. */
const ENOUGH: Partial<Record<Exclude<Wanted, null>, number>> = {
  telephone: 0.35,
  money: 0.3,
  count: 0.3,
  identifier: 0.3,
  institution: 0.15,
  professional: 0.15,
};
const MOST_OFTEN = 0.4;
/** Strength of words that stand two, three and four turns before a thing, as names do before "what's her number". */
const REACH: Partial<Record<Exclude<Wanted, null>, readonly number[]>> = {
  telephone: [0.8, 0.5],
  count: [0.6, 0.4],
  money: [0.5, 0.35],
  identifier: [0.6, 0.4],
};

/** Tells of each turn if it holds a thing of the kind that is asked for, of what it is asked of. Null for a question of no such kind. */
export const fitsOf = (
  passages: readonly Passage[],
  asked: Question,
  prices: () => readonly Finding[],
): boolean[] | null => {
  const { wanted } = asked;
  const kind = wanted === null ? undefined : KIND_WORDS[wanted];
  if (!wanted || !kind) return null;
  const subject: Question = {
    ...asked,
    stems: new Set([...asked.stems].filter((stem) => !kind.stems.test(stem))),
    concepts: asked.concepts.filter((concept) => !kind.concepts.test(concept)),
  };
  const features = featuresOf(passages, subject);
  const coverage = coverageOf(passages, features, { reach: REACH[wanted] ?? [0.45] });
  const head = wanted === 'name' ? headOf(asked.text) : null;
  const type = TYPED.has(wanted) ? typeOf(asked) : null;
  const item = wanted === 'money' ? findItem(asked.text) : null;
  const isOurs = wanted === 'money' && /\b(?:we|us|our|ours)\b/.test(asked.text);
  // The home's own prices of what is asked for, or all of them where nothing is named.
  const priced = (
    wanted === 'money' && (isOurs || (item !== null && !/\b(?:pay|paid|other|they)\b/.test(asked.text))) ? prices() : []
  ).filter(({ value }) => {
    const { item: named, amounts } = value as { item: string; amounts: readonly number[] };
    return amounts.length > 0 && (item === null || isAlike(item, named));
  });
  return passages.map((passage, index) => {
    const before = passages[index - 1];
    const isCovered = features.length === 0 || (coverage[index] as number) >= (ENOUGH[wanted] ?? MOST_OFTEN);
    if (wanted === 'existence') return type === null || type(passage.states) || type(passage.asks);
    const isPriced = priced.some(({ evidence }) => evidence.slice(0, 1).some((range) => overlaps(passage.turn, range)));
    if (isPriced) return true;
    if (!holdsKind(passage, asked)) return false;
    if (type)
      return (type(passage.states) && isNamedOfType(passage, asked)) || (before !== undefined && type(before.asks));
    if (wanted === 'name') return head === null ? isCovered : namesIt(passage, head, asked.words);
    if (wanted === 'telephone' && !isOwner(passages, index, subject)) return false;
    if (wanted === 'money') {
      if (isOurs && passage.turn.side === 'theirs') return false;
      return item === null ? isCovered : namesItem(item, passages.slice(Math.max(0, index - NAMED_BEFORE), index + 1));
    }
    return isCovered && (wanted !== 'cause' || CAUSE.test(passage.text));
  });
};

/** Kinds of which the question names what it is that has the name: a church, a doctor, a policy. */
const TYPED = new Set<Wanted>(['institution', 'professional', 'existence']);

/** Reader of whether words speak of what a question names: its type of place or person, or what it asks the existence of. */
const typeOf = ({ text, wanted }: Question): ((words: Passage['states']) => boolean) | null => {
  const word =
    wanted === 'existence'
      ? nounOf(text)
      : (/^(?:\w+ )?(?:which|what) (?:\w+ )*?(\w+)\b(?= |$)/.exec(text)?.[1] ?? null);
  const named = wanted === 'existence' ? word : (TYPES.exec(text)?.[0] ?? word);
  if (named === null) return null;
  const [stem, concepts] = [plainStem(named), conceptsIn(named).filter((concept) => !BROAD.has(concept))];
  return (words) => words.stems.has(stem) || concepts.some((concept) => words.concepts.has(concept));
};

/** "The airline" names none; "Delta, the airline" does. Types that are names' own words, such as "general", are not held to it. */
const isNamedOfType = (passage: Passage, { text, words, wanted }: Question): boolean => {
  const named = wanted === 'institution' ? TYPES.exec(text)?.[0] : undefined;
  if (named === undefined || !passage.text.includes(named)) return true;
  return namesIt(passage, named.split(' ').at(-1) as string, words);
};

/** Concepts that too many words have for one of them to stand for another. */
const BROAD = new Set([
  'papers',
  'paid',
  'time',
  'call',
  'tell',
  'arrive',
  'present',
  'service',
  'sick',
  'price',
  'forbid',
]);

const TYPES =
  /\b(?:cemetery|church|hospital|crematory|mosque|synagogue|temple|parish|company|insurance|insurer|school|college|nursing home|airline|doctor|physician|rabbi|priest|preacher|pastor|minister|imam|reverend|chaplain)\b/;

/** Last word of what is asked to exist: "policy" of "is there a burial policy". */
const nounOf = (text: string): string | null =>
  /^(?:is|was|are|did|does|do|has|have)\b.*?\b(?:there|have|got) (?:a |an |any )?((?:\w+ ?){1,3}?)(?: (?:to|in|on|at|with|of|for|that|yet|from)\b.*)?$/
    .exec(text)?.[1]
    ?.trim()
    .split(' ')
    .at(-1) ?? null;

const isAlike = (one: string, other: string): boolean =>
  one.includes(other) || other.includes(one) || (one.endsWith('package') && other.endsWith('package'));

/** Turns before a price in which what it is asked of may be named. */
const NAMED_BEFORE = 4;

/** Tells if the item that a price is asked of is named in the last of some turns, or was the last that is named before it. */
const namesItem = (item: string, near: readonly Passage[]): boolean => {
  const naming = near.findLast(({ text }, at) => namedItems(text).length > 0 || at < near.length - 3);
  return naming !== undefined && namedItems(naming.text).some((one) => isAlike(item, one));
};

/** Tells if a turn holds a thing of the kind that is asked for. A number that is not said to be a telephone's may be another. */
const holdsKind = ({ holds }: Passage, { text, wanted }: Question): boolean =>
  wanted !== null &&
  (holds.has(wanted) ||
    (wanted === 'telephone' &&
      holds.has('identifier') &&
      !/\b(?:phone|telephone|cell|mobile|call|reach|fax|ring)\b/.test(text)));

const RELATIVE =
  /^(?:wife|husband|widow|mother|mom|father|dad|son|daughter|sister|brother|niece|nephew|aunt|uncle|cousin|grandson|granddaughter|neighbor|friend)$/;

/** Owner of a number: where "your number" was asked for, the speaker, so that a question about somebody else is not answered. */
const isOwner = (passages: readonly Passage[], index: number, { names, words }: Question): boolean => {
  const [before, passage] = [passages[index - 1], passages[index] as Passage];
  const isAsked =
    before !== undefined &&
    before.turn.speaker !== passage.turn.speaker &&
    /\b(?:number|phone|cell|reach|callback|call)\b/.test(before.text) &&
    !/\b(?:number|phone|cell) (?:for|of) (?!you\b)|\b(?:his|her|their) (?:\w+ )?(?:number|phone|cell)\b/.test(
      before.text,
    );
  const isOwn = isAsked || /\b(?:my|mine|me|i am at)\b/.test(passage.text);
  const relatives = words.filter((word) => RELATIVE.test(word));
  if (isOwn && relatives.length > 0) return relatives.some((word) => passage.named.has(plainStem(word)));
  if (!isOwn || names.size === 0 || passage.named.size === 0) return true;
  return [...names].some((name) => passage.named.has(name) || passage.states.stems.has(name));
};

/** Word that a name is asked of: "nurse" of "the hospice nurse's name", "college" of "the name of the medical college". */
const headOf = (text: string): string | null => {
  const of = /\bname of (?:the |his |her |our |their |this )?(.*?)(?: (?:in|of|for|at|that|who)\b.*)?$/.exec(text)?.[1];
  const before =
    /(\w+) (?:(?:own|last|first|full|middle|correct|real) )*(?:name|surname)$/.exec(text)?.[1] ??
    /(\w+) called$/.exec(text)?.[1];
  const head = of?.split(' ').at(-1) ?? before ?? null;
  return head !== null && /^(?:the|his|her|our|their|is|was|correct)$/.test(head) ? null : head;
};

/** Tells if a name stands beside the word that it is asked of: "my niece Rosalind", "Carol is the daughter". */
const namesIt = ({ turn }: Passage, head: string, asked: readonly string[]): boolean => {
  const isCased = /\p{Lu}/u.test(turn.text);
  const words = turn.words.map(({ text }) => text);
  const isHead = (word: string) => word.toLowerCase().startsWith(head.slice(0, Math.max(4, head.length - 1)));
  const isEnd = (word: string | undefined) => word === undefined || /[.?!…]["”]?$/.test(word);
  return words.some((word, at) => {
    if (!isHead(word)) return false;
    for (const step of [1, -1])
      for (let place = at + step, far = 1; far <= 4; place += step, far += 1) {
        const other = words[place];
        if (other === undefined || isEnd(words[step > 0 ? place - 1 : place])) break;
        const plain = other.replace(/[^\p{L}'’-]/gu, '');
        const isCapital = /^\p{Lu}\p{Ll}/u.test(plain) && !/^(?:I['’]?|Mr|Mrs|Ms|Dr|Miss)$/.test(plain);
        if (asked.includes(plain.toLowerCase()) || CALENDAR.test(plain)) continue;
        if (isCased ? isCapital && !isEnd(words[place - 1]) : genderOf(plain) !== null) return true;
      }
    return false;
  });
};
