import type { Word } from '@pharos/contract/transcripts.ts';
import type { Expression, Matcher } from '../transcripts/search/expression.ts';
import { stemOf } from '../transcripts/search/forms.ts';
import { numbersIn } from '../transcripts/search/numbers.ts';
import { termsOf } from '../transcripts/search/tokens.ts';

/**
 * Looks for an expression by reading every word, without any index: what the index is held against. Answers the ranges of
 * words that bear it out, or null.
 */
export const searchByReading = (words: readonly Word[], expression: Expression): Set<string> | null => {
  const tokens = words.flatMap(({ text }, word) => termsOf(text).map((term) => ({ term, word })));
  const terms = tokens.map(({ term }) => term);
  const speaker = (place: number) => words[(tokens[place] as { word: number }).word]?.speaker ?? null;
  const numbers = numbersIn(terms, (place) => speaker(place) !== speaker(place - 1));

  const endsAt = (place: number, matcher: Matcher): number[] => {
    const term = terms[place] as string;
    if ('prefix' in matcher) return term.startsWith(matcher.prefix) ? [place + 1] : [];
    if ('stem' in matcher) return stemOf(term) === matcher.stem ? [place + 1] : [];
    if (!matcher.term.startsWith('#')) return term === matcher.term ? [place + 1] : [];
    return numbers
      .filter(({ start, digits }) => start === place && `#${digits}` === matcher.term)
      .map(({ end }) => end);
  };

  const ranges = new Set<string>();
  const look = (part: Expression, shows: boolean): boolean => {
    if ('not' in part) return !look(part.not, false);
    if ('all' in part)
      return (
        part.all.every((inner) => look(inner, false)) && part.all.map((inner) => look(inner, shows)).every(Boolean)
      );
    if ('any' in part) return part.any.map((inner) => look(inner, shows)).some(Boolean);
    let found = false;
    for (let start = 0; start < terms.length; start += 1) {
      let ends = [start];
      for (const matcher of part.phrase)
        ends = ends.flatMap((place) => (place < terms.length ? endsAt(place, matcher) : []));
      for (const end of ends) {
        found = true;
        if (shows) ranges.add(`${tokens[start]?.word}-${(tokens[end - 1]?.word as number) + 1}`);
      }
    }
    return found;
  };
  return look(expression, true) ? ranges : null;
};
