import { createHash } from 'node:crypto';
import type { SearchQuery } from '@pharos/contract/search.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireLocation } from '../calls/location.ts';
import { eachTranscript } from '../calls/transcripts.ts';
import { callVoices, readSides } from '../calls/voices.ts';
import { findCase, selectCasesByUuid } from '../cases/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { limitOf, mayWorkAt } from '../platform/auth/location.ts';
import type { ScopedDatabase, Transaction } from '../platform/database/database.ts';
import { forbidden, noSuch } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { GiveWay } from '../platform/worker-pool/give-way.ts';
import { foldText } from '../transcripts/search/fold.ts';
import type { SideOf } from '../transcripts/sides.ts';
import { decodePlace, encodePlace } from './cursor.ts';
import { countCalls, type Found, findCalls, type VoicesOf } from './find.ts';
import { bestOf, passagesOf } from './hits.ts';
import { inTurn } from './in-turn.ts';
import { indexingOf, readSearchSettings } from './indexing.ts';
import { namedHits } from './named-hits.ts';
import { nearestOf } from './nearest.ts';
import { findLocation } from './queries.ts';
import { understand } from './understand.ts';

const DEFAULT_LIMIT = 20;
/** Hits that a call shows in the list; the others are only counted. */
const SHOWN_HITS = 3;

export const searchByAddress = ({ database, actor, query, signal }: RouteRequest<Routes['search']['get']>) =>
  inTurn({ actor, signal }, (giveWay) => search(database, actor, query, giveWay));

export const searchByBody = ({ database, actor, body, signal }: RouteRequest<Routes['search']['post']>) =>
  inTurn({ actor, signal }, (giveWay) => search(database, actor, body, giveWay));

/** Searches all calls that the actor may see, in one snapshot of the database. */
const search = (database: ScopedDatabase, actor: Actor, asked: SearchQuery, giveWay: GiveWay) =>
  database.transaction(
    async (tx) => {
      const { organization_uuid } = actor;
      const limit = asked.limit ?? DEFAULT_LIMIT;
      const digest = digestOf(asked);
      const after = asked.cursor === undefined ? null : decodePlace(asked.cursor, digest);
      await requireNamed(tx, actor, asked);
      const [{ sideOf }, settings] = await Promise.all([
        readSides(tx, organization_uuid),
        readSearchSettings(tx, organization_uuid),
      ]);
      const expression = await understand(tx, organization_uuid, asked, settings.trade_words, giveWay);
      const within = {
        filter: asked,
        location_uuids: limitOf(actor),
        voicesOf: asked.who === undefined ? null : voicesFor(asked.who, sideOf),
        giveWay,
      };
      const found = await findCalls(tx, organization_uuid, expression, { ...within, after, limit: limit + 1 });
      const shown = found.slice(0, limit);
      const items = await groupsOf(tx, organization_uuid, shown, sideOf, giveWay);
      for (const { call } of shown) record(tx, actor, { subject_type: 'call', subject_uuid: call.uuid });
      const last = shown.at(-1);
      const next_cursor = found.length > limit && last ? encodePlace(last.candidate, digest) : null;
      const isNothing = found.length === 0 && after === null;
      return {
        data: {
          items,
          next_cursor,
          nearest: isNothing ? await nearestOf(tx, organization_uuid, asked, settings, within) : [],
          counted: asked.count ? await countCalls(tx, organization_uuid, expression, within) : null,
          indexing: await indexingOf(tx, organization_uuid, settings),
        },
      };
    },
    { lazy: true, snapshot: true },
  );

/** 404 where a case or a location is named that is not there, 403 where it is not the asker's. */
const requireNamed = async (tx: Transaction, actor: Actor, { case_uuid, location_uuid }: SearchQuery) => {
  const { organization_uuid } = actor;
  if (case_uuid !== undefined) {
    if (!(await findCase(tx, organization_uuid, case_uuid))) throw noSuch('case', '/case_uuid');
    await requireLocation(tx, actor, { case_uuid });
  }
  if (location_uuid === undefined) return;
  if (!(await findLocation(tx, organization_uuid, location_uuid))) throw noSuch('location', '/location_uuid');
  if (!mayWorkAt(actor, location_uuid)) throw forbidden('location_not_permitted', 'That location is not one of yours');
};

const voicesFor =
  (who: string, sideOf: SideOf): VoicesOf =>
  (call) => {
    const wanted = foldText(who);
    const voices = [...callVoices(call, sideOf)].filter(([, { label, side }]) =>
      who === 'ours' || who === 'theirs' ? side === who : foldText(label ?? '') === wanted,
    );
    const speakers = new Set(voices.map(([speaker]) => speaker));
    return speakers.size === 0 ? null : (speaker) => speaker !== null && speakers.has(speaker);
  };

const groupsOf = async (
  tx: Transaction,
  organization_uuid: string,
  found: readonly Found[],
  sideOf: SideOf,
  giveWay: GiveWay,
) => {
  if (found.length === 0) return [];
  const cases = await selectCasesByUuid(tx, organization_uuid, [...new Set(found.map(({ call }) => call.case_uuid))]);
  const case_of = new Map(cases.map((row) => [row.uuid, row]));
  const groups = [];
  const rows = found.map(({ call, document, occurrences }) => ({ ...call, found: { document, occurrences } }));
  for await (const { row, transcript } of eachTranscript(tx, rows)) {
    await giveWay();
    const { found, transcript_uuid: _, ...call } = row;
    const passages = passagesOf(found.document, found.occurrences);
    const best = bestOf(passages, SHOWN_HITS);
    const its_case = case_of.get(call.case_uuid);
    if (!its_case) throw new Error('a call without its case');
    groups.push({
      call,
      case: its_case,
      hits: namedHits({ ...call, transcript }, found.document, best, callVoices(call, sideOf)),
      more: passages.length - best.length,
    });
  }
  return groups;
};

/** Digest of the search that a cursor belongs to: everything that was asked but for the page itself. */
const digestOf = ({ cursor: _cursor, limit: _limit, count: _count, ...asked }: SearchQuery): string => {
  const entries = Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 16);
};
