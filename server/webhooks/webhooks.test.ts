import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyWebhook, WebhookRefused } from '@pharos/client/verify-webhook.ts';
import type { WebhookDelivery } from '@pharos/contract/webhooks.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { SUBTITLES } from '../../test/support/requests.ts';
import { type Heard, openStandIn, type Said } from '../../test/support/stand-in.ts';

let answer: (heard: Heard) => Said = () => ({});
const receiver = await openStandIn((heard) => answer(heard));
const { host } = new URL(receiver.base_url);
const pharos = await openPharos({ webhooks: { inside: new Set([host]), wait_seconds: () => 0.02 } });

const openHook = async (home: Person, more: object = {}) => {
  const url = `${receiver.base_url}/${home.actor.organization_uuid}`;
  const { data } = await home.client.webhooks.create({ body: { name: 'Portal', url, ...more } });
  const webhook_uuid = data.webhook.uuid;
  const heard = () => receiver.heard.filter(({ url }) => url.pathname.slice(1) === home.actor.organization_uuid);
  const deliveries = async (state?: WebhookDelivery['state']) =>
    (await home.client.webhooks.deliveries({ webhook_uuid, state, limit: 200 })).data.items.reverse();
  return { webhook_uuid, secret: data.secret, heard, deliveries };
};
const until = async (isSo: () => Promise<boolean> | boolean) => {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
};
const typeOf = ({ body }: Heard): string => JSON.parse(body.toString()).type;

test('what changes is delivered in its order, signed, and without contents', async () => {
  answer = () => ({});
  const home = await pharos.person();
  const hook = await openHook(home);
  const { call_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await until(async () => (await hook.deliveries('delivered')).length === 4);
  const heard = hook.heard();
  assert.deepEqual(heard.map(typeOf).toSorted(), [
    'call.created',
    'case.created',
    'labels.updated',
    'transcript.updated',
  ]);
  for (const { body, headers } of heard) {
    const event = await verifyWebhook({ body, headers, secret: hook.secret });
    assert.equal(event.id, event.data.id);
    assert.doesNotMatch(body.toString(), /Hollis|Sarah|morning/);
    for (const tampered of [{ body: `${body} ` }, { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }]) {
      const refused = verifyWebhook({ body, headers, secret: hook.secret, ...tampered });
      await assert.rejects(refused, WebhookRefused);
    }
  }
  const old = { ...heard[0]?.headers, 'webhook-timestamp': '1700000000' };
  const late = verifyWebhook({ body: '{}', headers: old, secret: hook.secret });
  await assert.rejects(late, { code: 'timestamp_outside_window' });
});

test('a receiver that fails is asked again with the same id, later changes of the call wait, and the log says all', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const hook = await openHook(home, { types: ['call.updated'] });
  let failures = 3;
  answer = () => ({ status: failures-- > 0 ? 503 : 200 });
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  await home.client.calls.update({ call_uuid, body: { duration: 2 } });
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { A: 'Nora' } } });
  await until(async () => (await hook.deliveries('delivered')).length === 2);
  const ids = hook.heard().map(({ headers }) => headers['webhook-id']);
  const [first, second] = await hook.deliveries();
  assert.deepEqual(ids, [...Array.from({ length: 4 }, () => first?.change.id), second?.change.id]);
  assert.deepEqual([first?.attempts, first?.last_status, second?.attempts], [4, 200, 1]);
  const asked = { webhook_uuid: hook.webhook_uuid, delivery_uuid: first?.uuid as string };
  const { items } = (await home.client.webhooks.attempts(asked)).data;
  assert.deepEqual(
    items.reverse().map(({ status, reason, ended_at }) => [status, reason, ended_at !== null]),
    [...Array.from({ length: 3 }, () => [503, 'refused', true]), [200, null, true]],
  );
});

test('what fails for three days is parked, told, and delivered once it is replayed', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const hook = await openHook(home);
  answer = () => ({ status: 500 });
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  await until(() => hook.heard().length > 0);
  await pharos.database.rows(sql`
    update webhook_deliveries set tried_since = now() - interval '3 days'
    where webhook_uuid = ${hook.webhook_uuid}`);
  await until(async () => (await hook.deliveries('parked')).length === 1);
  const { data } = await home.client.webhooks.get({ webhook_uuid: hook.webhook_uuid });
  assert.deepEqual([data.parked, data.waiting, data.failing_since !== null], [1, 0, true]);
  answer = () => ({});
  const from = '2026-01-01T00:00:00Z';
  const replayed = await home.client.webhooks.replay({
    webhook_uuid: hook.webhook_uuid,
    body: { from, state: 'parked' },
  });
  assert.equal(replayed.data.replayed, 1);
  await until(async () => (await hook.deliveries('delivered')).length === 1);
  const [delivery] = await hook.deliveries();
  const before = hook.heard().length;
  await home.client.webhooks.replayOne({ webhook_uuid: hook.webhook_uuid, delivery_uuid: delivery?.uuid as string });
  await until(() => hook.heard().length > before);
  assert.equal(new Set(hook.heard().map(({ headers }) => headers['webhook-id'])).size, 1);
});

test('a secret is replaced while both sign, and neither is ever shown again', async () => {
  answer = () => ({});
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const hook = await openHook(home);
  const { webhook_uuid } = hook;
  const { data } = await home.client.webhooks.rotateSecret({ webhook_uuid, body: {} });
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  await until(() => hook.heard().length === 1);
  const { body, headers } = hook.heard()[0] as Heard;
  for (const secret of [hook.secret, data.secret]) await verifyWebhook({ body, headers, secret });
  const { data: last } = await home.client.webhooks.rotateSecret({ webhook_uuid, body: { overlap_hours: 0 } });
  await home.client.calls.update({ call_uuid, body: { duration: 2 } });
  await until(() => hook.heard().length === 2);
  const next = hook.heard()[1] as Heard;
  await verifyWebhook({ body: next.body, headers: next.headers, secret: ['whsec_AAAA', last.secret] });
  const shown = [await home.client.webhooks.get({ webhook_uuid }), await home.client.webhooks.list()];
  assert.doesNotMatch(JSON.stringify(shown), /whsec_/);
  const stored = await pharos.database.rows(sql`select encode(secrets, 'escape') from webhooks`);
  assert.doesNotMatch(JSON.stringify(stored), /whsec_/);
});

test('a whole payload has the call with its words, and reading them is in the audit', async () => {
  answer = () => ({});
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const hook = await openHook(home, { payload: 'whole', types: ['transcript.updated', 'case.updated'] });
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await until(() => hook.heard().length === 1);
  const { body, headers } = hook.heard()[0] as Heard;
  const { data } = await verifyWebhook({ body, headers, secret: hook.secret });
  assert.deepEqual(data.call, (await home.client.calls.get({ call_uuid })).data);
  const events = await home.client.audit.list({ action: 'webhooks.deliver' as never });
  assert.equal(events.data.items[0]?.subject_uuid, call_uuid);
});

test('no address inside the network is called, neither by its number nor by its name', async () => {
  const home = await pharos.person();
  const { port } = new URL(receiver.base_url);
  for (const url of [
    ...['http://127.0.0.1/', 'https://127.0.0.1/', `http://localhost:${port}/`, 'https://[::1]/', 'https://10.0.0.8/'],
    ...[
      'https://169.254.169.254/latest',
      'http://example.org/',
      'https://me:secret@example.org/',
      'https://2130706433/',
    ],
  ]) {
    const created = home.client.webhooks.create({ body: { name: 'Inside', url } });
    await assert.rejects(created, { status_code: 400, code: 'address_not_allowed' }, url);
  }
  // A name is judged when it is looked up, as what it stands for may change.
  const hook = await openHook(home, { url: 'https://localhost/' });
  await openCall(home);
  await until(async () => (await hook.deliveries()).some(({ last_reason }) => last_reason !== null));
  assert.deepEqual([...new Set((await hook.deliveries()).map(({ last_reason }) => last_reason))].filter(Boolean), [
    'address_not_allowed',
  ]);
  await home.client.webhooks.remove({ webhook_uuid: hook.webhook_uuid });
});

test('a redirect is not followed, and an address that is gone is not called any more', async () => {
  const home = await pharos.person();
  const hook = await openHook(home);
  answer = () => ({ status: 302, headers: { location: `${receiver.base_url}/elsewhere` } });
  await openCall(home);
  await until(async () => (await hook.deliveries()).some(({ last_reason }) => last_reason === 'redirected'));
  assert.ok(!receiver.heard.some(({ url }) => url.pathname === '/elsewhere'));
  answer = () => ({ status: 410 });
  await until(async () => !(await home.client.webhooks.get({ webhook_uuid: hook.webhook_uuid })).data.enabled);
});

test('a token that does less than its user, and an admin of one location, have no webhooks', async () => {
  const home = await pharos.person();
  const url = receiver.base_url;
  const { data } = await home.client.tokens.create({ body: { name: 'Writer', scopes: ['write'] } });
  const writer = await fetch(`${pharos.baseUrl}/v1/webhooks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${data.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Leak', url }),
  });
  assert.equal(writer.status, 403);
  const member = await pharos.person('member', home);
  await assert.rejects(member.client.webhooks.create({ body: { name: 'Leak', url } }), { status_code: 403 });
});

test('what happens while a webhook is disabled is delivered afterwards, and of another organization nothing', async () => {
  answer = () => ({});
  const [home, other] = [await pharos.person(), await pharos.person()];
  const hook = await openHook(home);
  const { webhook_uuid } = hook;
  await home.client.webhooks.patch({ webhook_uuid, body: { enabled: false } });
  await openCall(home);
  await openCall(other);
  await home.client.webhooks.patch({ webhook_uuid, body: { enabled: true } });
  await until(async () => (await hook.deliveries('delivered')).length === 2);
  assert.equal(hook.heard().length, 2);
});
