import { ByteReader, ByteWriter } from './bytes.ts';
import { isCommon, runTerm } from './common-words.ts';
import type { Document } from './document.ts';

/**
 * A segment is the index of many documents: for each term the documents that hold it, by their number in the segment, and
 * how often. It is derived from the documents and says nothing that they do not.
 */
export type SegmentTerms = Map<string, Buffer>;

/** Highest count kept: beyond it, more says nothing more of how well a call fits. */
export const MAX_COUNT = 255;

/** Indexes documents, numbered from 0 in their order. */
export const segmentOf = (documents: readonly Document[]): SegmentTerms => {
  const writers = new Map<string, { writer: ByteWriter; last: number }>();
  for (const [number, document] of documents.entries())
    for (const [term, count] of countsOf(document)) append(writers, term, number, count);
  return done(writers);
};

/** One segment of several: each with, for its documents, their numbers in the new one, or -1 for those that are left out. */
export const mergeSegments = (parts: readonly { terms: SegmentTerms; numbers: Int32Array }[]): SegmentTerms => {
  const found = new Map<string, [number, number][]>();
  for (const { terms, numbers } of parts)
    for (const [term, bytes] of terms)
      for (const [number, count] of readDocuments(bytes)) {
        const next = numbers[number] as number;
        if (next < 0) continue;
        const list = found.get(term);
        if (list) list.push([next, count]);
        else found.set(term, [[next, count]]);
      }
  const writers = new Map<string, { writer: ByteWriter; last: number }>();
  for (const [term, list] of found)
    for (const [number, count] of list.sort(([one], [other]) => one - other)) append(writers, term, number, count);
  return done(writers);
};

/** The documents of a term in a segment, in rising order, each with how often it holds the term. */
export function* readDocuments(bytes: Uint8Array): Generator<[number: number, count: number]> {
  const reader = new ByteReader(bytes);
  let number = -1;
  while (reader.at < reader.bytes.length) {
    number += reader.number();
    yield [number, reader.number()];
  }
}

const append = (
  writers: Map<string, { writer: ByteWriter; last: number }>,
  term: string,
  number: number,
  count: number,
) => {
  let entry = writers.get(term);
  if (!entry) {
    entry = { writer: new ByteWriter(32), last: -1 };
    writers.set(term, entry);
  }
  entry.writer.number(number - entry.last);
  entry.writer.number(count);
  entry.last = number;
};

const done = (writers: Map<string, { writer: ByteWriter }>): SegmentTerms =>
  new Map([...writers].map(([term, { writer }]) => [term, writer.done()]));

/** Counts each term of a document, and each run of two and three common words. */
export const countsOf = (document: Document): Map<string, number> => {
  const counts = new Map<string, number>();
  const common = new Map<number, string>();
  for (const [term, { places }] of document.terms) {
    counts.set(term, Math.min(places.length, MAX_COUNT));
    if (isCommon(term)) for (const place of places) common.set(place, term);
  }
  const add = (...run: string[]) => {
    const term = runTerm(run);
    counts.set(term, Math.min((counts.get(term) ?? 0) + 1, MAX_COUNT));
  };
  for (const [place, first] of common) {
    const second = common.get(place + 1);
    if (second === undefined) continue;
    add(first, second);
    const third = common.get(place + 2);
    if (third !== undefined) add(first, second, third);
  }
  return counts;
};
