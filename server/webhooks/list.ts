import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerDelivery, answerWebhook, getWebhookRow } from './answer.ts';
import { findDelivery, replayDeliveries, selectAttempts, selectDeliveries, selectWebhooks } from './queries.ts';
import { requireWholeRights } from './rights.ts';

type Requests = { [V in keyof Routes['webhooks']]: RouteRequest<Routes['webhooks'][V]> };

export const listWebhooks = async ({ database, actor, query }: Requests['list']) => {
  const { items, next_cursor } = await pageOf(query, (slice) =>
    selectWebhooks(database, actor.organization_uuid, slice),
  );
  return { data: { items: await Promise.all(items.map((row) => answerWebhook(database, row))), next_cursor } };
};

export const getWebhook = async ({ database, actor, params }: Requests['get']) => ({
  data: await answerWebhook(database, await getWebhookRow(database, actor.organization_uuid, params.webhook_uuid)),
});

export const listDeliveries = async ({ database, actor, params, query }: Requests['deliveries']) => {
  requireWholeRights(actor);
  const { organization_uuid } = actor;
  const { uuid: webhook_uuid } = await getWebhookRow(database, organization_uuid, params.webhook_uuid);
  const asked = { webhook_uuid, state: query.state };
  const { items, next_cursor } = await pageOf(query, (slice) =>
    selectDeliveries(database, organization_uuid, asked, slice),
  );
  return { data: { items: items.map(answerDelivery), next_cursor } };
};

export const listAttempts = async ({ database, actor, params, query }: Requests['attempts']) => {
  const { organization_uuid } = actor;
  const { uuid } = await getWebhookRow(database, organization_uuid, params.webhook_uuid);
  const delivery = await findDelivery(database, organization_uuid, uuid, params.delivery_uuid);
  if (!delivery) throw notFound('delivery');
  return { data: await pageOf(query, (slice) => selectAttempts(database, organization_uuid, delivery.uuid, slice)) };
};

/** Lets one delivery wait again, whatever became of it. */
export const replayOne = ({ database, actor, params }: Requests['replayOne']) =>
  database.transaction(async (tx) => {
    requireWholeRights(actor);
    const { organization_uuid } = actor;
    const { uuid: webhook_uuid } = await getWebhookRow(tx, organization_uuid, params.webhook_uuid);
    const uuid = params.delivery_uuid;
    await replayDeliveries(tx, organization_uuid, { webhook_uuid, uuid });
    const delivery = await findDelivery(tx, organization_uuid, webhook_uuid, uuid);
    if (!delivery) throw notFound('delivery');
    record(tx, actor, { subject_type: 'webhook', subject_uuid: webhook_uuid });
    return { data: answerDelivery(delivery) };
  });

/** Lets the deliveries of a time wait again. */
export const replayAll = ({ database, actor, params, body }: Requests['replay']) =>
  database.transaction(async (tx) => {
    requireWholeRights(actor);
    const { organization_uuid } = actor;
    const { uuid: webhook_uuid } = await getWebhookRow(tx, organization_uuid, params.webhook_uuid);
    const replayed = await replayDeliveries(tx, organization_uuid, { webhook_uuid, ...body });
    record(tx, actor, { subject_type: 'webhook', subject_uuid: webhook_uuid });
    return { data: { replayed: replayed.length } };
  });
