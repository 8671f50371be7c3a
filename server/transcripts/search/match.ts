import type { Document, Places } from './document.ts';
import { type Expression, type Kind, keyOf, type Matcher, rankOf } from './expression.ts';
import { stemOf } from './forms.ts';

/**
 * Place of a hit: tokens from `start` to `end`, exclusive, its kind, and the part of an `all` that it matches, from 0.
 */
export type Occurrence = { start: number; end: number; kind: Kind; part: number };

/** Filter on speakers: true for those whose words count. */
export type Voices = (speaker: string | null) => boolean;

/**
 * Looks for an expression in one transcript: null where it is not found, else every place that bears it out, in order, each
 * once by its nearest kind. With `voices`, only words of those speakers count, for what is left out as well.
 */
export const match = (document: Document, expression: Expression, voices?: Voices): Occurrence[] | null => {
  const found = new Map<string, Occurrence>();
  const cache = new Map<string, Places>();
  const keep = (occurrences: readonly Occurrence[]) => {
    for (const occurrence of occurrences) {
      const key = `${occurrence.start}-${occurrence.end}`;
      const known = found.get(key);
      if (!known || rankOf(known.kind) > rankOf(occurrence.kind)) found.set(key, occurrence);
    }
  };
  const look = (part: Expression, number: number | null): boolean => {
    if ('not' in part) return !look(part.not, null);
    // All alternatives are looked at, so that each of their places is shown.
    if ('any' in part) return part.any.filter((inner) => look(inner, number)).length > 0;
    // Places of one word are shown only where the others are there too.
    if ('all' in part)
      return part.all.every((inner) => look(inner, null)) && part.all.every((inner) => look(inner, number));
    const occurrences = placesOf(document, part.phrase, cache)
      .filter(([start, end]) => !voices || isSaidBy(document, start, end, voices))
      .map(([start, end]) => ({ start, end, kind: part.kind, part: number ?? 0 }));
    if (number !== null) keep(occurrences);
    return occurrences.length > 0;
  };
  const parts = 'all' in expression ? expression.all : [expression];
  if (!parts.every((part, number) => look(part, number))) return null;
  return [...found.values()].sort((one, other) => one.start - other.start || one.end - other.end);
};

const isSaidBy = (document: Document, start: number, end: number, voices: Voices): boolean => {
  for (let place = start; place < end; place += 1)
    if (!voices(document.speakerOf(document.wordOf(place)))) return false;
  return true;
};

/** Places of a phrase in a document, as tokens from … to. */
const placesOf = (document: Document, phrase: readonly Matcher[], cache: Map<string, Places>): [number, number][] => {
  const [first, ...rest] = phrase.map((matcher) => placesOfMatcher(document, matcher, cache)) as [Places, ...Places[]];
  let spans = first.places.map((place, index): [number, number] => [place, place + (first.lengths?.[index] ?? 1)]);
  for (const next of rest) {
    const at = new Set(next.places);
    spans = spans.filter(([, end]) => at.has(end)).map(([start, end]): [number, number] => [start, end + 1]);
  }
  return spans;
};

const placesOfMatcher = (document: Document, matcher: Matcher, cache: Map<string, Places>): Places => {
  if ('term' in matcher) return document.terms.get(matcher.term) ?? { places: [], lengths: null };
  const key = keyOf(matcher);
  const known = cache.get(key);
  if (known) return known;
  const accepts = accepting(matcher);
  const places: number[] = [];
  for (const [term, found] of document.terms) if (accepts(term)) places.push(...found.places);
  const all = { places: places.sort((one, other) => one - other), lengths: null };
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
