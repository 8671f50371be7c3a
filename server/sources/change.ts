import { randomUUID } from 'node:crypto';
import type { SourceKind, SourceSettings } from '@pharos/contract/sources.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { locationExists } from '../cases/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import { reaches } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { invalid, needsLevel, noSuch, notFound, problem } from '../platform/errors/errors.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerSource } from './answer.ts';
import type { Needs } from './arrivals/receive.ts';
import {
  findSource,
  findSourceForUpdate,
  insertSource,
  markSourceDeleted,
  type SourceRow,
  updateSource,
} from './queries.ts';
import { openSecrets, sealSecrets } from './secrets.ts';

/** POST: a new source. A folder is the server's own, so only an operator names one. */
export const createSource = (
  { database, actor, body }: RouteRequest<Routes['sources']['create']>,
  { receiving: { vault, base } }: Needs,
) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid: created_by } = actor;
    const { kind, location_uuid = null, settings = {}, secrets = {} } = body;
    requireRight(actor, kind);
    requireSettings(kind, settings);
    await requireLocation(tx, organization_uuid, location_uuid);
    const uuid = randomUUID();
    insertSource(tx, {
      ...{ organization_uuid, uuid, name: body.name, kind, location_uuid, created_by },
      settings: new StoredJson(JSON.stringify(settings)),
      ...sealSecrets(vault, kind, { organization_uuid, uuid }, secrets),
      our_channel: body.our_channel ?? null,
      transcribe: body.transcribe ?? true,
      provider: body.provider ?? null,
      quiet_until: null,
    });
    record(tx, actor, { subject_type: 'source', subject_uuid: uuid });
    return { data: await answerSource(tx, await getRow(tx, organization_uuid, uuid), base) };
  });

/** PATCH (RFC 7396): settings are replaced whole, secrets set one by one. */
export const patchSource = (
  { database, actor, params, body }: RouteRequest<Routes['sources']['patch']>,
  { receiving: { vault, base } }: Needs,
) =>
  database.transaction(async (tx) => {
    const { organization_uuid } = actor;
    const current = await findSourceForUpdate(tx, organization_uuid, params.source_uuid);
    if (!current) throw notFound('source');
    requireRight(actor, current.kind);
    const { settings, secrets, ...plain } = body;
    if (settings) requireSettings(current.kind, settings);
    await requireLocation(tx, organization_uuid, plain.location_uuid ?? null);
    updateSource(tx, current, {
      ...plain,
      ...(settings && { settings: new StoredJson(JSON.stringify(settings)) }),
      ...(secrets && sealSecrets(vault, current.kind, current, { ...openSecrets(vault, current), ...secrets })),
      // Under other settings everything is looked at again; what came before is known by its id.
      ...(settings && { cursor: null }),
      ...((settings || secrets) && { next_look_at: null, look_reason: null }),
      updated_at: current.now,
    });
    record(tx, actor, { subject_type: 'source', subject_uuid: current.uuid });
    return { data: await answerSource(tx, await getRow(tx, organization_uuid, current.uuid), base) };
  });

/** DELETE: nothing comes in any more, and its secrets are gone. What came stays. */
export const removeSource = ({ database, actor, params }: RouteRequest<Routes['sources']['remove']>) =>
  database.transaction(async (tx) => {
    const current = await findSourceForUpdate(tx, actor.organization_uuid, params.source_uuid);
    if (!current) throw notFound('source');
    markSourceDeleted(tx, current);
    record(tx, actor, { subject_type: 'source', subject_uuid: current.uuid });
  });

/** A source; 404 where there is none. */
export const getRow = async (tx: Transaction, organization_uuid: string, uuid: string): Promise<SourceRow> => {
  const row = await findSource(tx, organization_uuid, uuid);
  if (!row) throw notFound('source');
  return row;
};

const requireRight = ({ access_level }: UserActor, kind: SourceKind) => {
  if (kind === 'folder' && !reaches(access_level, 'operator')) throw needsLevel('operator', access_level);
};

const requireSettings = (
  kind: SourceKind,
  { folder, hosts, public_key, host, username, client_id }: SourceSettings,
) => {
  if (kind === 'folder' && !folder?.startsWith('/'))
    throw invalid(problem('/settings/folder', 'required', 'must be the path of a folder of the server'));
  if (kind === 'webhook' && !hosts?.length)
    throw invalid(problem('/settings/hosts', 'required', 'must name the hosts that recordings are fetched from'));
  if (kind === 'ring_central' && !client_id)
    throw invalid(problem('/settings/client_id', 'required', 'must be the client id of the app'));
  if (kind === 'mailbox' && !host) throw invalid(problem('/settings/host', 'required', 'must name the mail server'));
  if (kind === 'mailbox' && !username)
    throw invalid(problem('/settings/username', 'required', 'must be the name to sign in to the mail server with'));
  if (kind === 'telnyx' && Buffer.from(public_key ?? '', 'base64').length !== 32)
    throw invalid(problem('/settings/public_key', 'invalid_format', 'must be a public key of 32 bytes in base64'));
};

const requireLocation = async (tx: Transaction, organization_uuid: string, location_uuid: string | null) => {
  if (location_uuid !== null && !(await locationExists(tx, organization_uuid, location_uuid)))
    throw noSuch('location', '/location_uuid');
};
