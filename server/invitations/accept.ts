import type { Routes } from '@pharos/contract/table/routes.ts';
import { endOtherAccess } from '../me/end-other-access.ts';
import { lockPassword, writePassword } from '../me/queries.ts';
import { identified } from '../platform/auth/actor.ts';
import { requireGoodPassword } from '../platform/auth/new-password.ts';
import { hashPassword } from '../platform/auth/password.ts';
import { digestOf } from '../platform/auth/secret.ts';
import { invalid, invitationNotFound, problem } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { SignInNeeds } from '../sessions/create.ts';
import { openSession } from '../sessions/open.ts';
import { findSaltOf } from '../users/candidates.ts';
import { changeUser } from '../users/change.ts';
import { findUserForUpdate } from '../users/queries.ts';
import { findInvitation, useInvitation } from './queries.ts';
import { getInvitation } from './read.ts';

/** Sets a user's password by an invitation, once, and signs them in; with a password of before, all other access ends. */
export const acceptInvitation = async (
  { database, actor, body, origin, user_agent, browser }: RouteRequest<Routes['invitations']['accept']>,
  { sealer, public_url }: SignInNeeds,
) => {
  const { organization_uuid, found } = await getInvitation(database, body.token);
  const email = emailOf(found.email, body.email);
  const { organization_name } = found;
  requireGoodPassword(body.password, { email, name: body.name ?? found.name, organization_name }, '/password');
  const like = await findSaltOf(database, email, found.user_uuid);
  const password = await hashPassword(body.password, organization_uuid, like);
  const answer = await database.transaction(async (tx) => {
    await tx.bind({ organization_uuid });
    // The lock on the user is also that of their invitations: of two who accept at once, the second finds it used.
    const user = await findUserForUpdate(tx, organization_uuid, found.user_uuid);
    if (!user || !(await findInvitation(tx, organization_uuid, digestOf(body.token)))) throw invitationNotFound();
    await useInvitation(tx, organization_uuid, found.uuid);
    const { access_level, location_uuids } = user;
    const invited = identified(actor, { organization_uuid, user_uuid: user.uuid, access_level, location_uuids });
    // The first user has a token before they have a password; somebody else may have had those of a password before.
    const is_first = (await lockPassword(tx, organization_uuid, user.uuid))?.password === null;
    await writePassword(tx, organization_uuid, user.uuid, password);
    if (!is_first) await endOtherAccess(tx, invited, body);
    await changeUser(tx, invited, user, { email: user.email ?? email, name: body.name });
    return openSession(tx, invited, { origin, public_url, user_agent, browser });
  });
  sealer.soon(organization_uuid);
  return answer;
};

const emailOf = (known: string | null, given: string | undefined): string => {
  if (known === null) {
    if (given === undefined) throw invalid(problem('/email', 'required', 'is required'));
    return given;
  }
  if (given !== undefined && given.toLowerCase() !== known.toLowerCase()) {
    throw invalid(
      problem('/email', 'invited_email_mismatch', 'must be the one that was invited; an admin can change it later'),
    );
  }
  return known;
};
