import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { countRows, openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

test('a new call has what was given and is empty elsewhere', async () => {
  const home = await pharos.person('member');
  const { case_uuid } = await openCall(home);
  const given = { duration: 5, speaker_labels: { A: 'Anna' }, transcript: { source: 'manual' as const, words: [] } };
  const { data, etag } = await home.client.calls.create({ body: { case_uuid, ...given } });
  const { uuid, created_at, updated_at, ...rest } = data;
  assert.ok(Date.parse(created_at) <= Date.parse(updated_at));
  assert.equal(etag, '"1"');
  assert.deepEqual(rest, {
    ...given,
    case_uuid,
    organization_uuid: home.actor.organization_uuid,
    created_by: home.actor.user_uuid,
    is_fully_labelled: false,
    file_format: null,
    file_name: null,
    file_path: null,
    file_size: null,
    provider_metadata: null,
    ...{
      speaker_sides: {},
      started_at: null,
      started_at_offset: null,
      direction: null,
      from: null,
      from_e164: null,
      to: null,
      to_e164: null,
    },
    ...{ answered_by: null, title: null, source_call_id: null },
  });
  assert.deepEqual((await home.client.calls.get({ call_uuid: uuid })).data, data);
});

test('null for a field that a call always has counts as absent', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const { data } = await home.client.calls.create({
    body: { case_uuid, is_fully_labelled: null, speaker_labels: null },
  });
  assert.equal(data.is_fully_labelled, false);
  assert.deepEqual(data.speaker_labels, {});
});

test('a call is made in a case that is there', async () => {
  const home = await pharos.person();
  const theirs = await openCall(await pharos.person());
  const { case_uuid: gone } = await openCall(home);
  await home.client.cases.remove({ case_uuid: gone });
  for (const case_uuid of [theirs.case_uuid, gone, randomUUID()]) {
    await assert.rejects(home.client.calls.create({ body: { case_uuid } }), {
      status_code: 404,
      problems: [
        { pointer: '/case_uuid', message: 'names no case', code: 'unknown_reference', given: { thing: 'case' } },
      ],
    });
  }
  assert.deepEqual((await home.client.calls.list()).data.items, []);
});

test('a call without a case or with a bad field is refused, and nothing is written', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const versions = await countRows(pharos.database, 'call_versions');
  for (const body of [{}, { case_uuid: null }, { case_uuid: 'x' }, { case_uuid, duration: -1 }]) {
    await assert.rejects(home.client.calls.create({ body: body as never }), { status_code: 400 });
  }
  assert.equal((await home.client.calls.list()).data.items.length, 1);
  assert.equal(await countRows(pharos.database, 'call_versions'), versions);
});

test('a viewer makes no calls', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.calls.create({ body: { case_uuid } }), { status_code: 403 });
});
