import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { verifyWebhook } from '@pharos/client/verify-webhook.ts';
import sql from 'sql-template-tag';
import { openVault } from '../../server/platform/auth/vault.ts';
import { asApp } from '../../server/platform/database/connection.ts';
import { openSecret } from '../../server/webhooks/secrets.ts';
import { openCall, openPharos } from '../support/pharos.ts';
import { openStandIn } from '../support/stand-in.ts';

const [CALLS, EVENTS, KILLS] = process.env.FULL ? [100, 10_000, 20] : [5, 60, 3];

let asked = 0;
const accepted: { id: string; call: string; version: number }[] = [];
const heard = new Map<string, number>();
const failed: { wrong: number } = { wrong: 0 };
let secret = '';
const receiver = await openStandIn(async ({ body, headers }) => {
  const event = await verifyWebhook({ body, headers, secret }).catch(() => null);
  if (!event) failed.wrong += 1;
  if (!event) return { status: 400 };
  heard.set(event.id, (heard.get(event.id) ?? 0) + 1);
  asked += 1;
  // Three in ten fail, in no order that a call could follow.
  if ((asked * 7919) % 10 < 3) return { status: 503 };
  accepted.push({ id: event.id, call: event.data.subject_uuid, version: event.data.version as number });
  return {};
});
const pharos = await openPharos();

test('a sender that is killed again and again before a receiver that fails loses no change and mixes none up', async (t) => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  const calls = await Promise.all(Array.from({ length: CALLS }, () => openCall(home)));
  const body = { name: 'Portal', url: 'https://portal.example/hooks', types: ['call.updated' as const] };
  const webhook_uuid = (await home.client.webhooks.create({ body })).data.webhook.uuid;
  const key = randomBytes(32);
  const opened = openSecret(openVault(key), { organization_uuid, uuid: webhook_uuid });
  secret = opened.secret;
  await pharos.database.rows(sql`
    update webhooks set url = ${receiver.base_url}, secrets = ${opened.secrets} where uuid = ${webhook_uuid}`);
  const rounds = EVENTS / CALLS;
  await Promise.all(
    calls.map(async ({ call_uuid }) => {
      for (let round = 0; round < rounds; round += 1)
        await home.client.calls.update({ call_uuid, body: { title: String(round) } });
    }),
  );
  const connection = asApp(pharos.connection);
  const inside = [new URL(receiver.base_url).host];
  const start = () =>
    new Worker(new URL('./sender-thread.ts', import.meta.url), { workerData: { connection, key, inside } });
  let sender = start();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const goal = (accepted.length + EVENTS * kill) / (KILLS + 1) / 2;
    while (accepted.length < goal && new Set(accepted.map(({ id }) => id)).size < EVENTS) await wait(5);
    await sender.terminate();
    sender = start();
  }
  const delivered = async () =>
    (
      await pharos.database.one<{ count: number }>(sql`
      select count(*) from webhook_deliveries where webhook_uuid = ${webhook_uuid} and state = 'delivered'`)
    ).count;
  while ((await delivered()) < EVENTS) await wait(50);
  await sender.terminate();

  const ids = new Set(accepted.map(({ id }) => id));
  assert.equal(failed.wrong, 0);
  assert.equal(ids.size, EVENTS, 'every change was accepted');
  for (const { call_uuid } of calls) {
    const firsts = [...new Map(accepted.filter(({ call }) => call === call_uuid).map((one) => [one.id, one])).values()];
    const versions = firsts.map(({ version }) => version);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
      'the order of a call is kept',
    );
  }
  const attempts = await pharos.database.rows<{ change_id: string; count: number }>(sql`
    select change_id, count(*) from webhook_attempts
    join webhook_deliveries on webhook_deliveries.uuid = webhook_attempts.delivery_uuid
    group by change_id`);
  for (const { change_id, count } of attempts) {
    assert.ok(count >= (heard.get(change_id) ?? 0), 'the log says no less than the receiver saw');
  }
  const open = await pharos.database.rows(sql`select from webhook_attempts where ended_at is null`);
  const twice = accepted.length - ids.size;
  t.diagnostic(
    `${EVENTS} changes, ${asked} requests, ${KILLS} kills, ${twice} accepted twice under one id, ${open.length} open`,
  );
  assert.ok(open.length <= 20 * KILLS);
});
