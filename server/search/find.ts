import type { SearchQuery } from '@pharos/contract/search.ts';
import { timeOf } from '../calls/time.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import { candidatesOf, countIn, isDecided, runMatchersOf } from '../transcripts/search/candidates.ts';
import type { Document } from '../transcripts/search/document.ts';
import { type Expression, matchersOf } from '../transcripts/search/expression.ts';
import { match, type Occurrence, type Voices } from '../transcripts/search/match.ts';
import { newestFirst } from './call-order.ts';
import { countFound, type FoundCall, selectFound, selectPending, selectSegments } from './queries.ts';
import { readCounts, readDocumentsOf, readSegments } from './read-index.ts';

/** A call that may be an answer, before its places and its visibility are looked at. `created_at` is the call's time. */
export type Candidate = { transcript_uuid: string; call_uuid: string; created_at: string; score: number };

/** Place where a page of a search ended. */
export type Place = Pick<Candidate, 'created_at' | 'call_uuid' | 'score'>;

export type Found = { call: FoundCall; candidate: Candidate; document: Document; occurrences: Occurrence[] };

/** Voices that count in a call; null where none of them speaks in it. Absent: all. */
export type VoicesOf = (call: FoundCall) => Voices | null;

/** Bounds of a search: the asker's filter and locations, and the voices that count. */
export type Within = {
  filter: Partial<SearchQuery>;
  location_uuids: string[] | null;
  voicesOf: VoicesOf | null;
  giveWay: GiveWay;
};

/** Number of candidates in the first look; each further look takes three times as many. */
const FIRST_LOOK = 40;
const MOST_AT_ONCE = 1000;

/** The calls after `after` that an expression is found in, in their order: at most so many. */
export const findCalls = async (
  tx: Transaction,
  organization_uuid: string,
  expression: Expression,
  { after, limit, ...within }: Within & { after: Place | null; limit: number },
): Promise<Found[]> => {
  const { filter, location_uuids, voicesOf, giveWay } = within;
  const compare = filter.order === 'newest' ? newestFirst : byScore;
  const all = await readCandidates(
    tx,
    organization_uuid,
    expression,
    (candidate) => isInTime(candidate, filter) && (after === null || compare(after, candidate) < 0),
    giveWay,
  );
  const candidates = all.sort(compare);
  const must_match = mustMatch(expression, within);
  const found: Found[] = [];
  for (let at = 0, size = FIRST_LOOK; at < candidates.length && found.length < limit; ) {
    const some = candidates.slice(at, at + size);
    at += size;
    size = Math.min(3 * size, MOST_AT_ONCE);
    const uuids = some.map(({ transcript_uuid }) => transcript_uuid);
    const rows = selectFound(tx, organization_uuid, uuids, filter, location_uuids);
    const visible = new Map((await rows).map((call) => [call.transcript_uuid, call]));
    // A segment may still have a call with a time that it had before.
    const shown = some.filter(({ transcript_uuid, created_at }) => {
      const call = visible.get(transcript_uuid);
      return call && timeOf(call) === created_at;
    });
    const needed = (must_match ? shown : shown.slice(0, limit - found.length)).map((one) => one.transcript_uuid);
    const documents = await readDocumentsOf(tx, organization_uuid, needed, giveWay);
    for (const candidate of shown) {
      if (found.length === limit) break;
      const call = visible.get(candidate.transcript_uuid) as FoundCall;
      const document = documents.get(candidate.transcript_uuid)?.document;
      if (!document) throw new Error('a search document is missing');
      const voices = voicesOf ? voicesOf(call) : undefined;
      if (voices === null) continue;
      const occurrences = await match(document, expression, { voices, giveWay });
      if (occurrences) found.push({ call, candidate, document, occurrences });
    }
  }
  return found;
};

/** Tells whether counts of words alone do not decide which calls are found. */
const mustMatch = (expression: Expression, { voicesOf }: Within) => voicesOf !== null || !isDecided(expression);

const isInTime = ({ created_at }: Candidate, { from, to }: Partial<SearchQuery>): boolean =>
  (from === undefined || Date.parse(created_at) >= Date.parse(from) - 1) &&
  (to === undefined || Date.parse(created_at) <= Date.parse(to) + 1);

/** Calls that are counted, at most: fewer where each has to be looked at. */
const MOST_COUNTED = 10_000;
const MOST_MATCHED = 200;

/** Number of calls that an expression is found in; `more` where there are more than are counted. */
export const countCalls = async (
  tx: Transaction,
  organization_uuid: string,
  expression: Expression,
  within: Within,
): Promise<{ calls: number; more: boolean }> => {
  if (mustMatch(expression, within)) {
    const limit = MOST_MATCHED + 1;
    const found = await findCalls(tx, organization_uuid, expression, { ...within, after: null, limit });
    return { calls: Math.min(found.length, MOST_MATCHED), more: found.length > MOST_MATCHED };
  }
  const { filter, location_uuids, giveWay } = within;
  const isWanted = (candidate: Candidate) => isInTime(candidate, filter);
  const candidates = await readCandidates(tx, organization_uuid, expression, isWanted, giveWay);
  const uuids = [...new Set(candidates.map(({ transcript_uuid }) => transcript_uuid))];
  const counted = uuids.slice(0, MOST_COUNTED);
  const { calls } = await countFound(tx, organization_uuid, counted, filter, location_uuids);
  return { calls, more: uuids.length > counted.length && calls > 0 };
};

const byScore = (one: Place, other: Place): number => other.score - one.score || newestFirst(one, other);

/** All calls whose counts allow an expression. Documents that are in no segment yet are read one by one. */
const readCandidates = async (
  tx: Transaction,
  organization_uuid: string,
  expression: Expression,
  accepts: (candidate: Candidate) => boolean,
  giveWay: GiveWay,
): Promise<Candidate[]> => {
  const [pending, rows] = await Promise.all([
    selectPending(tx, organization_uuid),
    selectSegments(tx, organization_uuid),
  ]);
  const sizes = new Map(rows.map(({ uuid, size }) => [uuid, size]));
  const matchers = [...matchersOf(expression), ...runMatchersOf(expression)];
  const [documents, segments, countsIn] = await Promise.all([
    readDocumentsOf(
      tx,
      organization_uuid,
      pending.map(({ transcript_uuid }) => transcript_uuid),
      giveWay,
    ),
    readSegments(tx, organization_uuid, [...sizes.keys()]),
    readCounts(tx, organization_uuid, sizes, matchers, giveWay),
  ]);
  const candidates = new Map<string, Candidate>();
  const add = (candidate: Candidate) => {
    if (accepts(candidate)) candidates.set(`${candidate.transcript_uuid} ${candidate.created_at}`, candidate);
  };
  for (const [uuid, size] of sizes) {
    await giveWay();
    const scores = candidatesOf(expression, size, (matcher) => countsIn(uuid, matcher));
    const { transcript_uuids, call_uuids, created_at } = segments.get(uuid) as NonNullable<
      ReturnType<typeof segments.get>
    >;
    for (let number = 0; number < size; number += 1) {
      const score = scores[number] as number;
      if (score === 0) continue;
      const transcript_uuid = transcript_uuids[number] as string;
      const call_uuid = call_uuids[number] as string;
      add({ transcript_uuid, call_uuid, created_at: created_at[number] as string, score });
    }
  }
  for (const { transcript_uuid, call_uuid, created_at } of pending) {
    await giveWay();
    const terms = documents.get(transcript_uuid)?.counts();
    if (!terms) throw new Error('a search document is missing');
    const [score] = candidatesOf(expression, 1, (matcher) => Uint8Array.of(countIn(terms, matcher)));
    if (score) add({ transcript_uuid, call_uuid, created_at, score });
  }
  return [...candidates.values()];
};
