import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import type { Arrival, ArrivalReason } from '@pharos/contract/arrivals.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../../platform/audit/record.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { addressOfSource } from '../answer.ts';
import { getRow } from '../change.ts';
import { askJson, type Outside } from '../fetching/open-fetched.ts';
import { MessageRefused } from '../kinds/kind.ts';
import { FETCHED_KINDS, findMessageKind } from '../kinds/kinds.ts';
import { withMailbox } from '../mailboxes/with-mailbox.ts';
import { type SourceRow, settingsOf } from '../queries.ts';
import { knownOf } from '../secrets.ts';
import { findArrival, insertArrival } from './queries.ts';
import { type Needs, type Receiving, tellOf } from './receive.ts';
import { troubleOf } from './trouble.ts';

/** Tests a source by a message that the server signs as the source would, by reading its folder, or by asking it. */
export const testSource = async (
  { database, actor, params }: RouteRequest<Routes['sources']['test']>,
  { receiving }: Needs,
) => {
  const { organization_uuid } = actor;
  const source = await getRow(database, organization_uuid, params.source_uuid);
  const reason = await trySource(receiving, source);
  const data = await database.transaction(async (tx) => {
    const uuid = randomUUID();
    insertArrival(tx, { organization_uuid, uuid, source_uuid: source.uuid, state: 'test', reason });
    record(tx, actor, { subject_type: 'source', subject_uuid: source.uuid });
    return (await findArrival(tx, organization_uuid, uuid)) as Arrival;
  });
  return { data };
};

/** Milliseconds for which a person waits for the answer of another server. */
const PATIENCE_MS = 20_000;

const trySource = (receiving: Receiving, source: SourceRow): Promise<ArrivalReason | null> | ArrivalReason | null => {
  if (source.kind === 'folder') return tryFolder(source);
  if (source.kind === 'mailbox')
    return tryOutside(receiving, source, (outside) => withMailbox(outside, async () => {}));
  if (source.kind === 'ring_central') return tryOutside(receiving, source, (outside) => askOnce(outside, source));
  return tryMessage(receiving, source);
};

const tryOutside = async (
  { vault, network, log }: Receiving,
  source: SourceRow,
  ask: (outside: Outside) => Promise<unknown>,
): Promise<ArrivalReason | null> => {
  try {
    await ask({ network, known: knownOf(vault, source), signal: AbortSignal.timeout(PATIENCE_MS) });
    return null;
  } catch (error) {
    return troubleOf(log, error).reason;
  }
};

/** Asks a telephone system what it recorded in the last minute. */
const askOnce = async (outside: Outside, { kind }: SourceRow) => {
  const { pull, hosts = [] } = FETCHED_KINDS[kind] ?? {};
  const [since, until] = [Date.now() - 60_000, Date.now()].map((ms) => new Date(ms).toISOString()) as [string, string];
  await pull?.(outside.known, askJson(outside, hosts), { since, until });
};

const tryFolder = async (source: SourceRow): Promise<ArrivalReason | null> => {
  const { folder = '' } = settingsOf(source);
  return access(folder, constants.R_OK | constants.X_OK).then(
    () => null,
    () => 'file_unreadable',
  );
};

const tryMessage = ({ vault, base }: Receiving, source: SourceRow): ArrivalReason | null => {
  const kind = findMessageKind(source.kind);
  if (!kind) return null;
  const now = Date.now();
  const message = { body: kind.sample, url: addressOfSource(base, source.uuid) };
  try {
    // Where the source alone has the key, there is nothing of ours to try but whether it is one.
    const headers = kind.sign?.(message, knownOf(vault, source), now);
    if (!headers) return null;
    const told = tellOf(vault, source, { ...message, headers }, now);
    return told instanceof MessageRefused && told.reason !== 'other_account' ? told.reason : null;
  } catch (error) {
    if (error instanceof MessageRefused) return error.reason;
    throw error;
  }
};
