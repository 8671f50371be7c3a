import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { reaches } from '../platform/auth/actor.ts';
import { forbidden, notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findToken, revokeToken } from './queries.ts';

/** Ends a token at once; one that is revoked already stays so. */
export const revoke = ({ database, actor, params }: RouteRequest<Routes['tokens']['revoke']>) =>
  database.transaction(async (tx) => {
    const found = await findToken(tx, actor.organization_uuid, params.token_uuid);
    if (!found) throw notFound('token');
    if (found.user_uuid !== actor.user_uuid && !reaches(actor.access_level, 'admin')) {
      throw forbidden('token_not_owned', 'This token belongs to another user; ask an admin of your organization');
    }
    if (found.user_uuid !== actor.user_uuid && !reaches(actor.access_level, found.user_level)) {
      throw forbidden(
        'user_outranks_you',
        `This token’s user is ${found.user_level}, which is above your own access level`,
      );
    }
    if (found.revoked_at !== null) return;
    await revokeToken(tx, actor.organization_uuid, found.uuid);
    record(tx, actor, { subject_type: 'token', subject_uuid: found.uuid });
  });
