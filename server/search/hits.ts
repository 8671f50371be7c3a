import type { SearchHit, SearchMatch } from '@pharos/contract/search.ts';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Document } from '../transcripts/search/document.ts';
import { type Kind, rankOf } from '../transcripts/search/expression.ts';
import type { Occurrence } from '../transcripts/search/match.ts';
import { endsSentence } from '../transcripts/turns.ts';

/** Places that are at most so many words apart in one turn are one hit, of so many words at most. */
const CLOSE = 12;
const LONGEST = 60;
/** Words that a snippet shows before and after a hit where no sentence begins or ends nearby. */
const BEFORE = 8;
const AFTER = 14;
/** A sentence is shown whole where it has at most so many words on each side of the hit. */
const NEARBY = 30;

/** Words of a transcript that bear a search out, from `start` to `end`, exclusive. */
export type Passage = {
  start: number;
  end: number;
  kind: Kind;
  /** Number of parts of the query that the passage has; its places are `ranges`. */
  parts: number;
  ranges: Range[];
};

type Range = { start: number; end: number; kind: Kind };

/** Occurrences as passages of one turn each, in the order of the words. */
export const passagesOf = (document: Document, occurrences: readonly Occurrence[]): Passage[] => {
  const passages: (Omit<Passage, 'parts'> & { seen: Set<number>; turn_end: number })[] = [];
  for (const occurrence of occurrences) {
    const start = document.wordOf(occurrence.start);
    const end = document.wordOf(occurrence.end - 1) + 1;
    const last = passages.at(-1);
    if (last && start < last.turn_end && start - last.end < CLOSE && end - last.start <= LONGEST) {
      last.end = Math.max(last.end, end);
      last.ranges.push({ start, end, kind: occurrence.kind });
      last.seen.add(occurrence.part);
      if (rankOf(occurrence.kind) < rankOf(last.kind)) last.kind = occurrence.kind;
      continue;
    }
    const turn_end = document.turnOf(start).end;
    passages.push({
      start,
      end,
      kind: occurrence.kind,
      ranges: [{ start, end, kind: occurrence.kind }],
      seen: new Set([occurrence.part]),
      turn_end,
    });
  }
  return passages.map(({ seen, turn_end: _end, ...passage }) => ({ ...passage, parts: seen.size }));
};

/** The best of a call's passages, in the order of the words: those with most parts of the query, then the nearest kind. */
export const bestOf = (passages: readonly Passage[], count: number): Passage[] =>
  [...passages]
    .sort((one, other) => other.parts - one.parts || rankOf(one.kind) - rankOf(other.kind) || one.start - other.start)
    .slice(0, count)
    .sort((one, other) => one.start - other.start);

type Shown = Pick<
  SearchHit,
  'start_word' | 'end_word' | 'start_ms' | 'end_ms' | 'speaker' | 'kind' | 'snippet' | 'highlights' | 'matches'
>;

/** A passage with its words: what stood around it in its turn, and what of that was found. */
export const hitOf = (document: Document, readWords: ReadWords, passage: Passage): Shown => {
  const turn = document.turnOf(passage.start);
  const first = Math.max(turn.start, passage.start - NEARBY);
  const last = Math.max(passage.end, Math.min(turn.end, passage.end + NEARBY));
  const near = readWords(first, last);
  const { from, to } = sentenceOf(near, first, last, passage, turn);
  const words = near.slice(from - first, to - first);
  const { snippet, highlights, matches } = snippetOf(words, from, passage.ranges);
  const said = words.slice(passage.start - from, passage.end - from);
  return {
    start_word: passage.start,
    end_word: passage.end,
    start_ms: Math.min(...said.map(({ start_ms }) => start_ms)),
    end_ms: Math.max(...said.map(({ start_ms, end_ms }) => Math.max(start_ms, end_ms))),
    speaker: document.speakerOf(passage.start),
    kind: passage.kind,
    snippet,
    highlights,
    matches,
  };
};

/** The sentence around a passage; where it is too long, or nobody wrote full stops, some words of it. */
const sentenceOf = (
  near: readonly Word[],
  first: number,
  last: number,
  { start, end }: Passage,
  turn: { start: number; end: number },
) => {
  let from = start;
  while (from > first && !endsSentence(near[from - 1 - first]?.text ?? '')) from -= 1;
  if (from === first && first > turn.start) from = Math.max(first, start - BEFORE);
  let to = end;
  while (to < last && !endsSentence(near[to - 1 - first]?.text ?? '')) to += 1;
  if (to === last && last < turn.end) to = Math.min(last, end + AFTER);
  return { from, to };
};

const EDGES = /^[\p{P}\p{Z}]+|[\p{P}\p{Z}]+$/gu;

const snippetOf = (words: readonly Word[], from: number, ranges: readonly Range[]) => {
  let snippet = '';
  const places = words.map(({ text }) => {
    if (snippet !== '') snippet += ' ';
    const start = snippet.length;
    snippet += text;
    const bare = text.replace(EDGES, '');
    const inset = Math.max(0, text.indexOf(bare));
    return { start: start + inset, end: start + inset + bare.length };
  });
  const highlights: [number, number][] = [];
  const matches: SearchMatch[] = [];
  for (const range of [...ranges].sort((one, other) => one.start - other.start)) {
    const start = places[range.start - from]?.start ?? 0;
    const end = places[range.end - 1 - from]?.end ?? snippet.length;
    const [lit, match] = [highlights.at(-1), matches.at(-1)];
    if (lit && match && start <= lit[1]) {
      lit[1] = Math.max(lit[1], end);
      match.end_word = Math.max(match.end_word, range.end);
      if (rankOf(range.kind) < rankOf(match.kind)) match.kind = range.kind;
      continue;
    }
    highlights.push([start, end]);
    matches.push({ start_word: range.start, end_word: range.end, kind: range.kind });
  }
  return { snippet, highlights, matches };
};

/** Reads words `from` to `to` of a stored transcript. */
export type ReadWords = (from: number, to: number) => Word[];

// A transcript is stored with a word's text first; a quotation mark inside a text is always escaped.
const WORD = Buffer.from('{"text":');

/** Reads words of a stored transcript without parsing the rest of it: where each begins is looked for once. */
export const wordsIn = ({ utf8 }: StoredJson): ReadWords => {
  const bytes = Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength);
  const starts: number[] = [];
  for (let at = bytes.indexOf(WORD); at >= 0; at = bytes.indexOf(WORD, at + WORD.length)) starts.push(at);
  const last = bytes.lastIndexOf(']');
  return (from, to) => {
    // Up to the comma before the next word.
    const end = starts[to] === undefined ? last : starts[to] - 1;
    return JSON.parse(`[${bytes.toString('utf8', starts[from], end)}]`) as Word[];
  };
};
