import { OrganizationPatch } from '@pharos/contract/organizations.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerOrganization } from './answer.ts';
import { findOrganization, type OrganizationRow, writeOrganization } from './queries.ts';

/** PATCH (RFC 7396) of one's own organization. A change to what already is passes any If-Match. */
export const patchOrganization = ({
  database,
  actor,
  params,
  body,
  if_match,
}: RouteRequest<Routes['organizations']['patch']>) =>
  database.transaction(async (tx) => {
    const isOwn = params.organization_uuid === actor.organization_uuid;
    const current = isOwn && (await findOrganization(tx, params.organization_uuid, true));
    if (!current) throw notFound('organization');
    const changes = changedFields(current, body, OrganizationPatch.properties);
    if (Object.keys(changes).length === 0) return answerOrganization(current);
    requireMatch(if_match, current.version);
    const written = (await writeOrganization(tx, current, changes)) as OrganizationRow;
    await record(tx, actor, {
      subject_type: 'organization',
      subject_uuid: current.uuid,
      before_version: current.version,
      after_version: written.version,
    });
    return answerOrganization(written);
  });
