import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import sql, { raw } from 'sql-template-tag';
import { openCall, openPharos } from '../../../test/support/pharos.ts';

const pharos = await openPharos();
const admin = await pharos.person();
const { call_uuid } = await openCall(admin);

/** A user whom the server has just seen, with a token of their own. */
const seen = async (access_level: 'member' | 'viewer' = 'member') => {
  const person = await pharos.person(access_level, admin);
  await person.client.calls.get({ call_uuid });
  return person;
};
const events = async (outcome: string) =>
  (await admin.client.audit.list({ outcome: outcome as 'ok' })).data.items.map(({ actor_uuid }) => actor_uuid);

test('who was let in a moment ago and is shut out now reads nothing, changes nothing and is recorded for nothing', async () => {
  for (const shut of ['revoked_at = now()', "expires_at = now() - interval '1 second'"]) {
    const { client, actor, token } = await seen();
    await pharos.database.rows(sql`update tokens set ${raw(shut)} where user_uuid = ${actor.user_uuid}`);
    await assert.rejects(client.calls.get({ call_uuid }), { status_code: 401 });
    await assert.rejects(client.calls.update({ call_uuid, body: { duration: 5 } }), { status_code: 401 });
    const malformed = await fetch(`${pharos.baseUrl}/v1/calls/x`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(malformed.status, 401);
    const unknown = await fetch(`${pharos.baseUrl}/v1/calls/${call_uuid}/recording`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(unknown.status, 401);
    assert.equal((await admin.client.calls.get({ call_uuid })).data.duration, null);
    assert.ok(!(await events('refused')).includes(actor.user_uuid));
  }
});

test('a new level and a new limit hold for the next request, whose body is read once', async () => {
  const { client, actor } = await seen('viewer');
  const raise = (access_level: 'member' | 'viewer') =>
    admin.client.users.setAccessLevel({ body: { user_uuid: actor.user_uuid, access_level } });
  await raise('member');
  await client.calls.update({ call_uuid, body: { duration: 7 } });
  assert.equal((await client.calls.get({ call_uuid })).data.duration, 7);
  await raise('viewer');
  await assert.rejects(client.calls.update({ call_uuid, body: { duration: 8 } }), { status_code: 403 });
});

test('many at once, one of whom is shut out, are answered each by their own right', async () => {
  const people = await Promise.all([seen(), seen(), seen()]);
  const [, shut] = people;
  await admin.client.users.remove({ user_uuid: shut?.actor.user_uuid as string });
  const answers = await Promise.allSettled(
    people.map(({ token }) => createClient({ baseUrl: pharos.baseUrl, token }).calls.get({ call_uuid })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
});
