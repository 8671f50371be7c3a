import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import { requireInPerson } from '../platform/auth/in-person.ts';
import { invite } from '../platform/auth/invitation.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { addUser } from '../users/change.ts';
import { insertOrganization } from './queries.ts';

/** Opens an organization with its first admin. Both organizations, the operator's and the new one, have it in their audit. */
export const createOrganization = (
  { database, actor, body }: RouteRequest<Routes['organizations']['create']>,
  { address, sealer }: { address: () => string; sealer: Pick<Sealer, 'soon'> },
) =>
  database.transaction(async (tx) => {
    await requireInPerson(tx, actor);
    const organization_uuid = randomUUID();
    const subject = { subject_type: 'organization', subject_uuid: organization_uuid, after_version: 1 };
    const added = await insertOrganization(tx, { uuid: organization_uuid, name: body.name });
    record(tx, actor, subject);

    await tx.bind({ organization_uuid });
    const inNew = { ...actor, organization_uuid };
    const created_by = actor.user_uuid;
    record(tx, inNew, subject);
    const admin = { ...body.admin, organization_uuid, uuid: randomUUID(), access_level: 'admin' as const, created_by };
    const user = await addUser(tx, inNew, admin);
    const invitation = await invite(tx, { organization_uuid, user_uuid: user.uuid, created_by }, address());
    // What follows in this transaction, such as an Idempotency-Key, is the operator's again.
    await tx.bind({ organization_uuid: actor.organization_uuid, installation: true });
    sealer.soon(organization_uuid);
    return { data: { organization: versioned(added).data, user: versioned(user).data, invitation } };
  });
