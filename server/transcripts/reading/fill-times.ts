import { NotImportable } from '../not-importable.ts';

/** Milliseconds; undefined where the file says nothing. */
export type Span = { start: number | undefined; end: number | undefined };

type Timed = Span & { text: string; within: Span | undefined };

/** The words' starts and ends, and their segments', as one line; `weight` is the number of characters before it. */
type Edge = { time: number | undefined; weight: number };

const edgesOf = (words: readonly Timed[]): { edges: Edge[]; first: number[] } => {
  const edges: Edge[] = [];
  const first: number[] = [];
  let weight = 0;
  let within: Span | undefined;
  for (const word of words) {
    if (word.within !== within) {
      edges.push({ time: within?.end, weight }, { time: word.within?.start, weight });
      within = word.within;
    }
    first.push(edges.length);
    edges.push({ time: word.start, weight });
    weight += word.text.length;
    edges.push({ time: word.end, weight });
  }
  edges.push({ time: within?.end, weight });
  return { edges, first };
};

const fillRun = (edges: Edge[], from: number, to: number): void => {
  const before = edges[from - 1] ?? edges[to];
  const after = edges[to] ?? before;
  if (before?.time === undefined || after?.time === undefined) return;
  const room = Math.max(0, after.time - before.time);
  const characters = after.weight - before.weight;
  const origin = Math.min(before.time, after.time);
  for (let i = from; i < to; i++) {
    const edge = edges[i];
    if (!edge) continue;
    const share = characters > 0 ? (edge.weight - before.weight) / characters : 0;
    edge.time = origin + Math.round(room * share);
  }
};

/**
 * Gives the words without a start or an end one: the time between their timed neighbours, or their segment's bounds,
 * shared in proportion to characters. Returns how many words were filled; throws NotImportable if nothing has a time.
 */
export const fillTimes = (words: Timed[]): number => {
  const missing = words.filter(({ start, end }) => start === undefined || end === undefined);
  if (missing.length === 0) return 0;
  const { edges, first } = edgesOf(words);
  if (edges.every(({ time }) => time === undefined)) {
    throw new NotImportable(
      'No word of this file has a time. Have it transcribed again with word timestamps.',
      'untimed',
    );
  }
  let known = -1;
  for (let i = 0; i <= edges.length; i++) {
    if (i < edges.length && edges[i]?.time === undefined) continue;
    if (i - known > 1) fillRun(edges, known + 1, i);
    known = i;
  }
  for (const [index, word] of words.entries()) {
    word.start = edges[first[index] ?? 0]?.time;
    word.end = edges[(first[index] ?? 0) + 1]?.time;
  }
  return missing.length;
};
