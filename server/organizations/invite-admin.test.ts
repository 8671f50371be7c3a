import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { openPharos } from '../../test/support/pharos.ts';
import { browserFetch, cookieOf, openUser, PASSWORD, secretOf } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const { baseUrl } = pharos;
const operator = await pharos.person('operator');

/** Accepts an invitation, and returns a client of the session that begins. */
const accept = async (link: string) => {
  const response = await fetch(`${baseUrl}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: secretOf(link), password: PASSWORD }),
  });
  assert.equal(response.status, 201);
  return createClient({ baseUrl, fetch: browserFetch(baseUrl, cookieOf(response)) });
};

test('an operator lets a new admin into an organization that nobody can come into, and both audits have it', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  const body = { email: 'nora@harbour.example', name: 'Nora' };
  const { user, invitation } = (await operator.client.organizations.inviteAdmin({ organization_uuid, body })).data;
  assert.deepEqual([user.organization_uuid, user.access_level, user.email], [organization_uuid, 'admin', body.email]);
  const nora = await accept(invitation.link);
  assert.equal((await nora.me.get()).data.access_level, 'admin');
  const query = { action: 'organizations.inviteAdmin' };
  for (const [{ client }, subject_uuid] of [
    [home, user.uuid],
    [operator, organization_uuid],
  ] as const) {
    const [event] = (await client.audit.list(query)).data.items;
    assert.deepEqual([event?.actor_uuid, event?.subject_uuid], [operator.actor.user_uuid, subject_uuid]);
  }
});

test('somebody who is known there by that address comes back as an admin, deactivated or not', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  const [member, gone] = [await openUser(pharos, home, 'member'), await openUser(pharos, home, 'admin')];
  await home.client.users.remove({ user_uuid: gone.user_uuid });
  for (const { email, user_uuid } of [member, gone]) {
    const body = { email: email.toUpperCase() };
    const { user, invitation } = (await operator.client.organizations.inviteAdmin({ organization_uuid, body })).data;
    assert.deepEqual([user.uuid, user.access_level, user.deactivated_at], [user_uuid, 'admin', null]);
    assert.equal((await (await accept(invitation.link)).me.get()).data.access_level, 'admin');
  }
});

test('only an operator invites admins of other organizations, and none of one that is not there', async () => {
  const [home, other] = [await pharos.person(), await pharos.person()];
  const body = { email: 'nora@harbour.example' };
  for (const { actor } of [home, other]) {
    const asked = home.client.organizations.inviteAdmin({ organization_uuid: actor.organization_uuid, body });
    await assert.rejects(asked, { status_code: 403 });
  }
  const nowhere = operator.client.organizations.inviteAdmin({ organization_uuid: randomUUID(), body });
  await assert.rejects(nowhere, { status_code: 404 });
});
