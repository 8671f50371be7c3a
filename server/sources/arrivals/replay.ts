import { randomUUID } from 'node:crypto';
import type { Arrival } from '@pharos/contract/arrivals.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../../platform/audit/record.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { getRow } from '../change.ts';
import { MessageRefused } from '../kinds/kind.ts';
import type { SourceRow } from '../queries.ts';
import { openMessage } from '../secrets.ts';
import { findArrival, findArrivalForUpdate, type LockedArrival, selectArrivals, updateArrival } from './queries.ts';
import { keep, type Needs, type Receiving, tellOf, unpacked } from './receive.ts';

export const listArrivals = async ({ database, actor, params, query }: RouteRequest<Routes['sources']['arrivals']>) => {
  const { organization_uuid } = actor;
  const { uuid: source_uuid } = await getRow(database, organization_uuid, params.source_uuid);
  const data = await pageOf(query, (slice) =>
    selectArrivals(database, organization_uuid, { source_uuid, state: query.state }, slice),
  );
  return { data };
};

/** Tries what failed or was refused again. A refused message is believed where its signature is right by now. */
export const replayArrival = (
  { database, actor, params }: RouteRequest<Routes['sources']['replay']>,
  { receiving }: Needs,
) =>
  database.transaction(async (tx) => {
    const { organization_uuid } = actor;
    const source = await getRow(tx, organization_uuid, params.source_uuid);
    const arrival = await findArrivalForUpdate(tx, organization_uuid, params.arrival_uuid);
    if (arrival?.source_uuid !== source.uuid) throw notFound('arrival');
    if (arrival.message === null || (arrival.state !== 'failed' && arrival.state !== 'refused'))
      throw conflict('arrival_not_open', 'Only what failed, or was refused and kept, can be tried again');
    record(tx, actor, { subject_type: 'source', subject_uuid: source.uuid });
    const data =
      arrival.state === 'failed'
        ? await wait(receiving, tx, source, arrival)
        : await judge(receiving, tx, source, arrival);
    return { data };
  });

const wait = async ({ queue }: Receiving, tx: OpenTransaction, source: SourceRow, { uuid }: LockedArrival) => {
  const { organization_uuid } = source;
  const entry = { uuid: randomUUID(), organization_uuid, job_uuid: uuid, step: 'take' as const, looked: 0 };
  const open = { state: 'waiting', reason: null, detail: null, attempts: 0, entry_uuid: entry.uuid } as const;
  const answered = await updateArrival(tx, organization_uuid, uuid, { ...open, next_attempt_at: null });
  await queue.send(tx, [entry]);
  return answered as Arrival;
};

const judge = async (receiving: Receiving, tx: OpenTransaction, source: SourceRow, arrival: LockedArrival) => {
  const { organization_uuid } = source;
  const { uuid } = arrival;
  const sealed = arrival.message as Buffer;
  const message = unpacked(openMessage(receiving.vault, { organization_uuid, uuid }, sealed));
  // It was signed when it came: by now that is long ago.
  const told = tellOf(receiving.vault, source, message, null);
  if (told instanceof MessageRefused) {
    return (await updateArrival(tx, organization_uuid, uuid, { reason: told.reason })) as Arrival;
  }
  await keep(receiving, tx, source, message, told);
  const ignored = { state: 'ignored', reason: null, message: null } as const;
  return ((await updateArrival(tx, organization_uuid, uuid, ignored)) ??
    (await findArrival(tx, organization_uuid, uuid))) as Arrival;
};
