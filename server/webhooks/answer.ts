import type { Webhook, WebhookDelivery } from '@pharos/contract/webhooks.ts';
import type { Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { changeOf, countDeliveries, type DeliveryRow, findWebhook, type WebhookRow } from './queries.ts';

/** A webhook as it is answered: without its secrets and its place, with what waits and what was given up. */
export const answerWebhook = async (
  tx: Transaction,
  { secrets: _secrets, position: _position, hash: _hash, ...row }: WebhookRow,
): Promise<Webhook> => ({ ...row, ...(await countDeliveries(tx, row.organization_uuid, row.uuid)) });

export const answerDelivery = (row: DeliveryRow): WebhookDelivery => ({ ...row, change: changeOf(row) });

/** A webhook; 404 where there is none. */
export const getWebhookRow = async (tx: Transaction, organization_uuid: string, uuid: string): Promise<WebhookRow> => {
  const row = await findWebhook(tx, organization_uuid, uuid);
  if (!row) throw notFound('webhook');
  return row;
};
