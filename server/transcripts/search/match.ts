import type { Document, Places } from './document.ts';
import { type Expression, type Kind, keyOf, type Matcher, rankOf } from './expression.ts';
import { stemOf } from './forms.ts';

/**
 * Place of a hit: tokens from `start` to `end`, exclusive, its kind, and the part of an `all` that it matches, from 0.
 */
export type Occurrence = { start: number; end: number; kind: Kind; part: number };

/** Filter on speakers: true for those whose words count. */
export type Voices = (speaker: string | null) => boolean;

/** Bounds of a look at one transcript. */
type Look = {
  /** Filter under which only words of those speakers count, for what is left out as well. */
  voices?: Voices | undefined;
  /** Lets others run; awaited now and then, as a transcript may have a word half a million times. */
  giveWay?: GiveWay | undefined;
};

type GiveWay = () => Promise<void>;

/**
 * Looks for an expression in one transcript: null where it is not found, else every place that bears it out, in order, each
 * once by its nearest kind.
 */
export const match = async (
  document: Document,
  expression: Expression,
  { voices, giveWay = async () => {} }: Look = {},
): Promise<Occurrence[] | null> => {
  let found: Occurrence[] = [];
  const cache = new Map<string, Places>();
  const look = async (part: Expression, number: number | null): Promise<boolean> => {
    if ('not' in part) return !(await look(part.not, null));
    if ('any' in part) {
      let is_found = false;
      // All alternatives are looked at, so that each of their places is shown.
      for (const inner of part.any) is_found = (await look(inner, number)) || is_found;
      return is_found;
    }
    if ('all' in part) {
      for (const inner of part.all) if (!(await look(inner, null))) return false;
      // Places of one word are shown only where the others are there too.
      if (number !== null) for (const inner of part.all) await look(inner, number);
      return true;
    }
    await giveWay();
    let spans = await placesOf(document, part.phrase, cache, giveWay);
    if (voices) spans = spans.filter(([start, end]) => isSaidBy(document, start, end, voices));
    if (number !== null) {
      await giveWay();
      const { kind } = part;
      found = merged(
        found,
        spans.map(([start, end]) => ({ start, end, kind, part: number })),
      );
    }
    return spans.length > 0;
  };
  const parts = 'all' in expression ? expression.all : [expression];
  for (const [number, part] of parts.entries()) if (!(await look(part, number))) return null;
  return found;
};

const byPlace = (one: Occurrence, other: Occurrence) => one.start - other.start || one.end - other.end;

/** Both lists in order; of two that are at one place, the one of the nearer kind. */
const merged = (known: Occurrence[], others: Occurrence[]): Occurrence[] => {
  others.sort(byPlace);
  if (known.length === 0) return others;
  const all: Occurrence[] = [];
  let at = 0;
  for (const other of others) {
    while (at < known.length && byPlace(known[at] as Occurrence, other) < 0) all.push(known[at++] as Occurrence);
    const same = known[at];
    if (!same || byPlace(same, other) !== 0) all.push(other);
    else {
      all.push(rankOf(same.kind) > rankOf(other.kind) ? other : same);
      at += 1;
    }
  }
  while (at < known.length) all.push(known[at++] as Occurrence);
  return all;
};

const isSaidBy = (document: Document, start: number, end: number, voices: Voices): boolean => {
  for (let place = start; place < end; place += 1)
    if (!voices(document.speakerOf(document.wordOf(place)))) return false;
  return true;
};

/** Places of a phrase in a document, as tokens from … to. */
const placesOf = async (
  document: Document,
  phrase: readonly Matcher[],
  cache: Map<string, Places>,
  giveWay: GiveWay,
): Promise<[number, number][]> => {
  const each: Places[] = [];
  for (const matcher of phrase) each.push(await placesOfMatcher(document, matcher, cache, giveWay));
  const [first, ...rest] = each as [Places, ...Places[]];
  let spans = first.places.map((place, index): [number, number] => [place, place + (first.lengths?.[index] ?? 1)]);
  for (const { places } of rest) {
    // Only a phrase of one matcher has places of several lengths: here both lists rise.
    let at = 0;
    const longer: [number, number][] = [];
    for (const [start, end] of spans) {
      while (at < places.length && (places[at] as number) < end) at += 1;
      if (places[at] === end) longer.push([start, end + 1]);
    }
    spans = longer;
  }
  return spans;
};

/** Terms that are compared without a pause. */
const TERMS = 2_000;

const placesOfMatcher = async (
  document: Document,
  matcher: Matcher,
  cache: Map<string, Places>,
  giveWay: GiveWay,
): Promise<Places> => {
  if ('term' in matcher) return document.terms.get(matcher.term) ?? { places: [], lengths: null };
  const key = keyOf(matcher);
  const known = cache.get(key);
  if (known) return known;
  const accepts = accepting(matcher);
  const found: number[] = [];
  let compared = 0;
  for (const term of document.terms.keys()) {
    if (accepts(term)) for (const place of document.terms.get(term)?.places ?? []) found.push(place);
    compared += 1;
    if (compared % TERMS === 0) await giveWay();
  }
  const all = { places: [...Uint32Array.from(found).sort()], lengths: null };
  cache.set(key, all);
  return all;
};

/** Tells the terms that a matcher means. Readings of numbers are meant by nothing but themselves. */
export const accepting = (matcher: Matcher): ((term: string) => boolean) => {
  if ('term' in matcher) return (term) => term === matcher.term;
  if ('stem' in matcher) return (term) => !isReading(term) && stemOf(term) === matcher.stem;
  return (term) => !isReading(term) && term.startsWith(matcher.prefix);
};

// Neither a reading of a number nor a run of common words is a word.
export const isReading = (term: string) => term.startsWith('#') || term.startsWith('~');
