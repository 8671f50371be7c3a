import { LRUCache } from 'lru-cache';
import type { Document } from '../transcripts/search/document.ts';

/** A document and how often it holds each term: both follow from bytes that never change. */
export type ReadDocument = { document: Document; counts(): Map<string, number> };

/** A segment's documents by their numbers: their calls in rising order of their times. */
export type SegmentDocuments = { transcript_uuids: string[]; call_uuids: string[]; created_at: string[] };

const MEGABYTE = 1024 * 1024;

// Documents and segments are never changed under their uuid, so nothing that is kept here has to be invalidated. What
// somebody may see is asked of the database each time.
export const documents = new LRUCache<string, ReadDocument>({
  maxSize: 192 * MEGABYTE,
  sizeCalculation: ({ document }) => 96 * document.terms.size + 8 * document.tokens + 1024,
});

export const segments = new LRUCache<string, SegmentDocuments>({
  maxSize: 32 * MEGABYTE,
  sizeCalculation: ({ call_uuids }) => 200 * call_uuids.length + 1,
});

/** Counts of a matcher in each document of a segment, by segment and matcher. */
export const counts = new LRUCache<string, Uint8Array>({
  maxSize: 64 * MEGABYTE,
  sizeCalculation: (list) => list.length + 100,
});
