import { randomUUID } from 'node:crypto';
import type { Client } from '@pharos/client/methods.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import { StoredJson } from '../../server/platform/json/stored-json.ts';
import { insertDeliveries } from '../../server/webhooks/queries.ts';
import type { Pharos } from './pharos.ts';

/** A delivery of a webhook that waits. */
export const addDelivery = async (
  { database }: Pharos,
  { organization_uuid, webhook_uuid }: { organization_uuid: string; webhook_uuid: string },
): Promise<string> => {
  const [uuid, subject_uuid] = [randomUUID(), randomUUID()];
  const [id, at] = [`${randomUUID()}_call_created`, '2026-11-17T09:14:00.000000Z'];
  const change = { id, position: 1, type: 'call.created', at, actor_uuid: null, subject_uuid };
  const whole = { ...change, call_uuid: subject_uuid, case_uuid: null, version: 1, changed: [] };
  await database.transaction(async (tx) =>
    insertDeliveries(tx, [
      {
        ...{ organization_uuid, uuid, webhook_uuid, change_id: id, position: 1, number: 0, order_uuid: subject_uuid },
        ...{ change: new StoredJson(JSON.stringify(whole)), happened_at: at },
      },
    ]),
  );
  return uuid;
};

/** Visits every route of changes and of webhooks. */
export const tourOfWebhooks = async (
  pharos: Pharos,
  { organization_uuid }: { organization_uuid: string },
  { changes, webhooks }: Client,
  visit: <Reply>(name: string, asked: Promise<Reply>) => Promise<Reply>,
): Promise<void> => {
  await visit('changes.list', changes.list({ since: 'now', wait: 0 }));
  const { data } = await visit('webhooks.create', webhooks.create({ body: routes.webhooks.create.example }));
  const webhook_uuid = data.webhook.uuid;
  await visit('webhooks.list', webhooks.list());
  await visit('webhooks.get', webhooks.get({ webhook_uuid }));
  await visit('webhooks.patch', webhooks.patch({ webhook_uuid, body: { enabled: false } }));
  await visit('webhooks.rotateSecret', webhooks.rotateSecret({ webhook_uuid, body: {} }));
  const delivery_uuid = await addDelivery(pharos, { organization_uuid, webhook_uuid });
  await visit('webhooks.deliveries', webhooks.deliveries({ webhook_uuid }));
  await visit('webhooks.attempts', webhooks.attempts({ webhook_uuid, delivery_uuid }));
  await visit('webhooks.replayOne', webhooks.replayOne({ webhook_uuid, delivery_uuid }));
  await visit('webhooks.replay', webhooks.replay({ webhook_uuid, body: { from: '2026-11-17T09:00:00Z' } }));
  await visit('webhooks.remove', webhooks.remove({ webhook_uuid }));
};
