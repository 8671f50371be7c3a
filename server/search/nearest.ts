import type { SearchQuery } from '@pharos/contract/search.ts';
import type { Transaction } from '../platform/database/database.ts';
import { Refusal } from '../platform/errors/errors.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import { isReading } from '../transcripts/search/match.ts';
import { termsOf } from '../transcripts/search/tokens.ts';
import { findCalls, type Within } from './find.ts';
import type { SearchSettings } from './indexing.ts';
import { distanceOf, soundsLike } from './names/similar.ts';
import { selectPending, selectSegments, selectWordsWith } from './queries.ts';
import { readDocumentsOf } from './read-index.ts';
import { understand } from './understand.ts';

/** Maximum of suggested queries, and of words of a query that are considered. */
const MOST = 3;
const MOST_WORDS = 6;
/** Words of the index that are compared without a pause. */
const COMPARED = 500;
/** Letters of the shortest word that may be a misspelling. */
const SHORTEST = 4;

/**
 * Queries like one that found nothing: with the nearest words that were said, or with a word less. Each has been asked as
 * this reader would ask it, so that none tells of words that they may not see.
 */
export const nearestOf = async (
  tx: Transaction,
  organization_uuid: string,
  asked: SearchQuery,
  settings: SearchSettings,
  within: Within,
): Promise<string[]> => {
  const words = asked.q.split(/\s+/).filter(Boolean);
  if (words.length > MOST_WORDS) return [];
  const index = await readIndex(tx, organization_uuid, within.giveWay);
  const spelled = await Promise.all(words.map((word) => spellings(index, word, within.giveWay)));
  const queries = [...respelled(words, spelled), ...shortened(words)];
  const nearest: string[] = [];
  for (const q of new Set(queries)) {
    if (nearest.length === MOST) break;
    const expression = await understand(
      tx,
      organization_uuid,
      { ...asked, q },
      settings.trade_words,
      within.giveWay,
    ).catch(noneIfBad);
    if (!expression) continue;
    const found = await findCalls(tx, organization_uuid, expression, { ...within, after: null, limit: 1 });
    if (found.length > 0) nearest.push(q);
  }
  return nearest;
};

const noneIfBad = (error: unknown) => {
  if (error instanceof Refusal) return null;
  throw error;
};

/** Index as misspellings need it: documents that are in no segment yet, and the words of segments that begin so. */
const readIndex = async (tx: Transaction, organization_uuid: string, giveWay: GiveWay) => {
  const [segments, pending] = await Promise.all([
    selectSegments(tx, organization_uuid),
    selectPending(tx, organization_uuid),
  ]);
  const segment_uuids = segments.map(({ uuid }) => uuid);
  const transcript_uuids = pending.map(({ transcript_uuid }) => transcript_uuid);
  return {
    documents: await readDocumentsOf(tx, organization_uuid, transcript_uuids, giveWay),
    wordsWith: (prefix: string) => selectWordsWith(tx, organization_uuid, segment_uuids, prefix),
  };
};

/** Words of the index that a word may be a misspelling of, the nearest first; they begin alike. */
const spellings = async (
  { documents, wordsWith }: Awaited<ReturnType<typeof readIndex>>,
  word: string,
  giveWay: GiveWay,
): Promise<string[]> => {
  const [term, ...others] = termsOf(word);
  if (term === undefined || others.length > 0 || term.length < SHORTEST || !/^[\p{L}’'-]+$/u.test(word)) return [];
  const prefix = [...term].slice(0, 1).join('');
  const rows = await wordsWith(prefix);
  const isLike = soundsLike(term);
  const near = new Map<string, number>();
  const consider = (one: string) => {
    if (!one.startsWith(prefix) || one === term || isReading(one) || one.length < SHORTEST) return;
    const distance = distanceOf(term, one);
    if (distance <= (term.length > 5 ? 2 : 1) || isLike(one)) near.set(one, distance);
  };
  for (const [index, row] of rows.entries()) {
    consider(row.term);
    if (index % COMPARED === 0) await giveWay();
  }
  for (const { document } of documents.values()) {
    let compared = 0;
    for (const one of document.terms.keys()) {
      consider(one);
      compared += 1;
      if (compared % COMPARED === 0) await giveWay();
    }
  }
  return [...near]
    .sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([one]) => one);
};

/** The words with one spelled otherwise, and then with all. */
const respelled = (words: readonly string[], spelled: readonly string[][]): string[] => [
  ...words.flatMap((_word, at) => (spelled[at] ?? []).map((other) => words.with(at, other).join(' '))),
  words.map((word, at) => spelled[at]?.[0] ?? word).join(' '),
];

/** The words with one of them left out. */
const shortened = (words: readonly string[]): string[] =>
  words.length < 2 ? [] : words.map((_word, at) => words.toSpliced(at, 1).join(' '));
