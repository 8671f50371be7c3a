import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireLocation } from '../calls/location.ts';
import { recordReadings } from '../platform/audit/record.ts';
import { identified, type NobodyActor, type UserActor } from '../platform/auth/actor.ts';
import { findMember } from '../platform/auth/queries.ts';
import type { Database, ScopedDatabase } from '../platform/database/database.ts';
import { notFound, Refusal } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { readRecording } from './get.ts';
import { isSigned, LINK_MS, type Link, mintLink, readLink } from './link.ts';
import type { Recordings } from './open-recordings.ts';
import { playable, recordPlayback } from './play.ts';
import { findLinkKey, findRecording } from './queries.ts';

/** An address for a player, signed with the organization's own key. */
export const createLink = async (
  { database, actor, params }: RouteRequest<Routes['recordings']['link']>,
  { address }: { address: () => string },
) => {
  const { organization_uuid, user_uuid } = actor;
  const recording = await readRecording(database, organization_uuid, params.call_uuid);
  const found = await findLinkKey(database, organization_uuid);
  if (!found) throw notFound('recording');
  await recordReadings(database, actor, [{ subject_type: 'recording', subject_uuid: recording.uuid }]);
  const expires_ms = Date.now() + LINK_MS;
  const link = mintLink({ organization_uuid, call_uuid: params.call_uuid, user_uuid, expires_ms }, found.link_key);
  return { data: { url: `${address()}/v1/recordings/${link}`, expires_at: new Date(expires_ms).toISOString() } };
};

/** The bytes that a link names. A link that is forged or over looks like one that never was. */
export const openLink = async (
  { actor, params, query }: RouteRequest<Routes['recordings']['open']>,
  { database, recordings: { storage, copies } }: { database: Database; recordings: Recordings },
) => {
  const link = readLink(params.link);
  if (!link || link.expires_ms < Date.now()) throw notFound('recording');
  const bound = database.scopedTo({ organization_uuid: link.organization_uuid });
  const found = await findLinkKey(bound, link.organization_uuid);
  if (!found || !isSigned(params.link, found.link_key)) throw notFound('recording');
  const recording = await findRecording(bound, link.organization_uuid, link.call_uuid);
  const maker = await findMaker(bound, actor, link);
  if (!recording || !maker) throw notFound('recording');
  await recordPlayback(bound, maker, recording);
  const copy = query.playable ? await copies.find(bound, recording) : null;
  const seconds = LINK_MS / 1000;
  const { content_type } = copy ?? recording;
  const elsewhere = await storage.link(copy?.key ?? recording, { seconds, content_type });
  return { file: { ...playable(storage, recording, copy), elsewhere } };
};

/** Finds the maker of a link, if they may still hear what it names, else null: links end with their maker's rights. */
const findMaker = async (database: ScopedDatabase, asking: NobodyActor, link: Link): Promise<UserActor | null> => {
  const { organization_uuid, call_uuid, user_uuid } = link;
  const member = await findMember(database, organization_uuid, user_uuid);
  if (!member?.access_level || member.is_deactivated) return null;
  const { access_level, location_uuids } = member;
  const maker = identified(asking, {
    organization_uuid,
    user_uuid,
    access_level,
    location_uuids: location_uuids ?? [],
  });
  try {
    await requireLocation(database, maker, { call_uuid });
    return maker;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
