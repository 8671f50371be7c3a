import type { Routes } from '@pharos/contract/table/routes.ts';
import { recordReadings } from '../platform/audit/record.ts';
import type { Database } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { readRecording } from './get.ts';
import { isSigned, LINK_MS, mintLink, readLink } from './link.ts';
import { playable, recordPlayback } from './play.ts';
import { findLinkKey, findRecording } from './queries.ts';

/** An address for a player, signed with the organization's own key. */
export const createLink = async (
  address: string,
  { database, actor, params }: RouteRequest<Routes['recordings']['link']>,
) => {
  const { organization_uuid, user_uuid } = actor;
  const recording = await readRecording(database, organization_uuid, params.call_uuid);
  const found = await findLinkKey(database, organization_uuid);
  if (!found) throw notFound('recording');
  await recordReadings(database, actor, [{ subject_type: 'recording', subject_uuid: recording.uuid }]);
  const expires_ms = Date.now() + LINK_MS;
  const link = mintLink({ organization_uuid, call_uuid: params.call_uuid, user_uuid, expires_ms }, found.link_key);
  return { data: { url: `${address}/v1/recordings/${link}`, expires_at: new Date(expires_ms).toISOString() } };
};

/** The bytes that a link names. A link that is forged or over looks like one that never was. */
export const openLink = async (
  database: Database,
  storage: Storage,
  { actor, params }: RouteRequest<Routes['recordings']['open']>,
) => {
  const link = readLink(params.link);
  if (!link || link.expires_ms < Date.now()) throw notFound('recording');
  const bound = database.scopedTo({ organization_uuid: link.organization_uuid });
  const found = await findLinkKey(bound, link.organization_uuid);
  if (!found || !isSigned(params.link, found.link_key)) throw notFound('recording');
  const recording = await findRecording(bound, link.organization_uuid, link.call_uuid);
  if (!recording) throw notFound('recording');
  const { organization_uuid, user_uuid } = link;
  await recordPlayback(bound, { ...actor, organization_uuid, user_uuid }, recording);
  const seconds = LINK_MS / 1000;
  const elsewhere = await storage.link(recording, { seconds, content_type: recording.content_type });
  return { file: { ...playable(storage, recording), elsewhere } };
};
