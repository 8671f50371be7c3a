import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCall } from '../calls/queries.ts';
import { withTranscript } from '../calls/transcripts.ts';
import { callVoices, readSides } from '../calls/voices.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import { match } from '../transcripts/search/match.ts';
import { passagesOf } from './hits.ts';
import { inTurn } from './in-turn.ts';
import { readSearchSettings } from './indexing.ts';
import { namedHits } from './named-hits.ts';
import { readDocumentsOf } from './read-index.ts';
import { understand } from './understand.ts';

const MOST_HITS = 500;

type Request = RouteRequest<Routes['search']['call']>;

export const searchCallByAddress = (request: Request) =>
  inTurn(request, (giveWay) => searchCall(request, request.query, giveWay));

export const searchCallByBody = ({ body, ...request }: RouteRequest<Routes['search']['callByBody']>) =>
  inTurn(request, (giveWay) => searchCall(request, body, giveWay));

/** Searches the words of one call. */
const searchCall = (
  { database, actor, params }: Pick<Request, 'database' | 'actor' | 'params'>,
  query: Request['query'],
  giveWay: GiveWay,
) =>
  database.transaction(
    async (tx) => {
      const { organization_uuid } = actor;
      const row = await findCall(tx, organization_uuid, params.call_uuid);
      if (!row) throw notFound('call');
      const [{ sideOf }, { trade_words }] = await Promise.all([
        readSides(tx, organization_uuid),
        readSearchSettings(tx, organization_uuid),
      ]);
      const expression = await understand(tx, organization_uuid, query, trade_words, giveWay);
      record(tx, actor, { subject_type: 'call', subject_uuid: row.uuid });
      if (row.transcript_uuid === null) return { data: { hits: [], more: 0 } };
      const documents = await readDocumentsOf(tx, organization_uuid, [row.transcript_uuid], giveWay);
      const document = documents.get(row.transcript_uuid)?.document;
      const occurrences = document && (await match(document, expression, { giveWay }));
      if (!document || !occurrences) return { data: { hits: [], more: 0 } };
      const passages = passagesOf(document, occurrences);
      const read = await withTranscript(tx, row);
      const hits = namedHits(read, document, passages.slice(0, MOST_HITS), callVoices(row, sideOf));
      return { data: { hits, more: passages.length - hits.length } };
    },
    { lazy: true, snapshot: true },
  );
