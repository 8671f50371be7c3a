import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Limit } from '../../platform/auth/limits.ts';
import type { Vault } from '../../platform/auth/vault.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import { badRequest, notFound, unauthorized } from '../../platform/errors/errors.ts';
import { type FileResponse, fileOfBytes } from '../../platform/http/file-response.ts';
import type { Queue } from '../../platform/queue/queue.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { type AddressBase, addressOfSource } from '../answer.ts';
import type { Network } from '../fetching/network.ts';
import { type Message, MessageRefused, type Told } from '../kinds/kind.ts';
import { findMessageKind } from '../kinds/kinds.ts';
import { findOrganizationOfSource, findSource, type SourceRow } from '../queries.ts';
import { knownOf, sealMessage } from '../secrets.ts';
import { keepFound } from './keep.ts';
import { insertArrival, type NewArrival } from './queries.ts';
import type { Log } from './trouble.ts';

/** Dependencies for receiving. `refusals` limits how many refused messages of a source are kept. */
export type Receiving = { vault: Vault; queue: Queue; base: AddressBase; refusals: Limit; network: Network; log: Log };

/** Dependencies of the verbs of sources. */
export type Needs = { receiving: Receiving };

/** Bytes of a refused message that are kept, so that it can be tried again. */
const KEPT_REFUSED_BYTES = 8 * 1024;

/**
 * POST of a source: what is signed is kept with its place in the queue, then answered; its recording is fetched later. What
 * is not is 401 and kept in the log too, as far as strangers may fill it.
 */
export const receive = async (
  { database, params, body }: RouteRequest<Routes['intake']['receive']>,
  { receiving }: Needs,
): Promise<{ file: FileResponse }> => {
  const { vault, base, refusals } = receiving;
  const { source_uuid } = params;
  const source = await database.transaction(async (tx) => {
    await tx.bind({ source_uuid });
    const found = await findOrganizationOfSource(tx, source_uuid);
    if (!found) return null;
    await tx.bind(found);
    return findSource(tx, found.organization_uuid, source_uuid);
  });
  if (!source || !findMessageKind(source.kind)) throw unknownSender();
  const message: Message = {
    headers: body.headers,
    body: Buffer.from(body.bytes),
    url: addressOfSource(base, source_uuid) + body.search,
  };
  const told = tellOf(vault, source, message, Date.now());
  const isRefused = told instanceof MessageRefused;
  // A stranger who goes on and on fills no log; what is signed is taken all the same.
  const isFlood =
    isRefused &&
    (await refusals.take(source_uuid).then(
      () => false,
      () => true,
    ));
  const kept = await database.transaction(async (tx) => {
    await tx.bind({ organization_uuid: source.organization_uuid });
    return isFlood ? 0 : keep(receiving, tx, source, message, told);
  });
  if (isRefused) {
    if (told.reason === 'body_malformed' || told.reason === 'other_account')
      throw badRequest('malformed_request', `The message is signed and cannot be used: ${told.reason}`);
    throw unknownSender();
  }
  return { file: jsonFile('challenge' in told ? told.challenge : { received: true, recordings: kept }) };
};

/** One answer for an address that no source has and for a message that is not its source's: strangers learn of no source. */
const unknownSender = () =>
  unauthorized('No source takes this message: check its address, and the secret that it is signed with');

/** Reads a message if it is the source's; answers why not if it is not believed. */
export const tellOf = (
  vault: Vault,
  source: SourceRow,
  message: Message,
  now: number | null,
): Told | MessageRefused => {
  const kind = findMessageKind(source.kind);
  if (!kind) throw notFound('source');
  try {
    const known = knownOf(vault, source);
    kind.verify(message, known, now);
    return kind.read(message, known);
  } catch (error) {
    if (error instanceof MessageRefused) return error;
    throw error;
  }
};

/** Keeps what a message says, and answers how many recordings of it are new. */
export const keep = async (
  { vault, queue }: Pick<Receiving, 'vault' | 'queue'>,
  tx: OpenTransaction,
  source: SourceRow,
  message: Message,
  told: Told | MessageRefused,
): Promise<number> => {
  const { organization_uuid, uuid: source_uuid } = source;
  const arrival = (): NewArrival => ({ organization_uuid, uuid: randomUUID(), source_uuid, state: 'ignored' });
  if (told instanceof MessageRefused) {
    const one = arrival();
    const isKept = message.body.length <= KEPT_REFUSED_BYTES;
    const sealed = isKept ? sealMessage(vault, one, packed(message)) : null;
    insertArrival(tx, { ...one, state: 'refused', reason: told.reason, message: sealed });
    return 0;
  }
  if (!('recordings' in told)) {
    insertArrival(tx, { ...arrival(), reason: 'ignored' in told ? told.ignored : null });
    return 0;
  }
  let waiting = 0;
  for (const { recording_id, facts, ...fetched } of told.recordings)
    if (await keepFound({ vault, queue }, tx, source, { recording_id, facts, place: { ...fetched, facts } }))
      waiting += 1;
  return waiting;
};

type Packed = { headers: IncomingHttpHeaders; body: string; url: string };

/** A message as it is kept: without what only the way here added. */
const packed = ({ headers, body, url }: Message): Packed => ({
  headers: Object.fromEntries(
    Object.entries(headers).filter(([name]) => /signature|timestamp|^webhook-id$|^content-type$/.test(name)),
  ),
  body: body.toString('base64'),
  url,
});

export const unpacked = (kept: unknown): Message => {
  const { headers, body, url } = kept as Packed;
  return { headers, body: Buffer.from(body, 'base64'), url };
};

const jsonFile = (value: object): FileResponse =>
  fileOfBytes(Buffer.from(JSON.stringify(value)), {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
