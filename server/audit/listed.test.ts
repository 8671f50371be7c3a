import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { SUBTITLES } from '../../test/support/requests.ts';

const pharos = await openPharos();

test('lists and searches are events with how much they showed and none of their words, the same one once', async () => {
  const home = await pharos.person();
  const reader = await pharos.person('admin', home);
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  const { client } = reader;
  for (let time = 0; time < 3; time += 1) await client.cases.list({ q: 'Hollis' });
  await client.cases.list({ q: 'Lindqvist' });
  await client.calls.list();
  await client.search.post({ body: { q: 'lilies' } });
  await client.search.post({ body: { q: 'begonias' } });
  await client.search.post({ body: { q: 'morning' } });
  await client.search.names({ body: { q: 'Lindqvist' } });
  await client.cases.versions({ case_uuid });
  await client.users.list();
  const { items } = (await home.client.audit.list({ actor_uuid: reader.actor.user_uuid })).data;
  assert.deepEqual(
    items.reverse().map(({ action, listed, subject_uuid }) => [action, listed, subject_uuid]),
    [
      ['cases.list', 1, null],
      ['cases.list', 0, null],
      ['calls.list', 1, null],
      ['search.post', 0, null],
      ['search.post', 0, null],
      ['search.post', null, call_uuid],
      ['search.post', 1, null],
      ['search.names', 0, null],
      ['cases.versions', 1, case_uuid],
      ['users.list', 2, null],
    ],
  );
  assert.doesNotMatch(JSON.stringify(items), /Hollis|Lindqvist|lilies|begonias/);
  assert.equal((await home.client.audit.verify()).data.intact, true);
});

test('a token that was revoked is refused, in the audit of its home', async () => {
  const home = await pharos.person();
  const { data: made } = await home.client.tokens.create({ body: { name: 'old' } });
  await home.client.tokens.revoke({ token_uuid: made.uuid });
  const revoked = createClient({ baseUrl: pharos.baseUrl, token: made.token });
  await assert.rejects(revoked.cases.list(), { status_code: 401 });
  const { items } = (await home.client.audit.list({ outcome: 'refused' })).data;
  assert.deepEqual(
    items.map(({ action, actor_uuid, subject_uuid }) => [action, actor_uuid, subject_uuid]),
    [['cases.list', null, home.actor.user_uuid]],
  );
});
