import { LocationPatch } from '@pharos/contract/locations.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerLocation, subjectOf } from './answer.ts';
import { findLocation, type LocationRow, writeLocation } from './queries.ts';

/** PATCH (RFC 7396). A change to what already is passes any If-Match. */
export const patchLocation = ({
  database,
  actor,
  params,
  body,
  if_match,
}: RouteRequest<Routes['locations']['patch']>) =>
  database.transaction(async (tx) => {
    const current = await findLocation(tx, actor.organization_uuid, params.location_uuid, true);
    if (!current) throw notFound('location');
    const changes = changedFields(current, body, LocationPatch.properties);
    if (Object.keys(changes).length === 0) return answerLocation(current);
    requireMatch(if_match, current.version);
    const written = (await writeLocation(tx, current, changes)) as LocationRow;
    await record(tx, actor, { ...subjectOf(current), after_version: written.version });
    return answerLocation(written);
  });
