import type { SearchIndex } from '@pharos/contract/search.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { eachTranscript } from '../calls/transcripts.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { buildDocument, readDocument } from '../transcripts/search/document.ts';
import { countsOf } from '../transcripts/search/segment.ts';
import { type IndexedCall, selectDocuments, selectIndexed, selectSegments, selectTermsOfDocument } from './queries.ts';

/** Calls of one step. */
const STEP = 20;

export const verifyIndex = async ({ database, actor }: RouteRequest<Routes['search']['verifyIndex']>) => ({
  data: await compareIndex(database, actor.organization_uuid),
});

/** Reads every transcript and holds its document, and the segment that has it, against its words. */
export const compareIndex = async (database: ScopedDatabase, organization_uuid: string): Promise<SearchIndex> => {
  const result = { calls: 0, missing: 0, wrong: 0 };
  const step = (after: string | null) =>
    database.transaction(
      async (tx) => {
        const calls = await selectIndexed(tx, organization_uuid, after, STEP);
        for await (const { row: call, transcript } of eachTranscript(tx, calls)) {
          result.calls += 1;
          if (!call.is_indexed) result.missing += 1;
          else if (!(await isRight(tx, call, transcript))) result.wrong += 1;
        }
        return calls.length < STEP ? null : (calls.at(-1) as IndexedCall).uuid;
      },
      { snapshot: true },
    );
  for (let after = await step(null); after !== null; ) after = await step(after);
  return { ...result, segments: (await selectSegments(database, organization_uuid)).length };
};

/** Tells whether a call's document is what its words make, and its segment knows every term of it. */
const isRight = async (tx: Transaction, call: IndexedCall, transcript?: StoredJson | null): Promise<boolean> => {
  if (!transcript) return false;
  const { organization_uuid, transcript_uuid, segment_uuid } = call;
  const document = buildDocument((transcript.parse() as Transcript).words);
  const [kept] = await selectDocuments(tx, organization_uuid, [transcript_uuid]);
  if (!kept?.bytes.equals(document)) return false;
  if (segment_uuid === null) return true;
  const terms = [...countsOf(readDocument(document)).keys()];
  return (await selectTermsOfDocument(tx, organization_uuid, segment_uuid, terms)).length === terms.length;
};
