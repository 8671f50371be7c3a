import { randomUUID } from 'node:crypto';
import { readChanges } from '../changes/read.ts';
import { findHead } from '../platform/audit/queries.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { Refusal } from '../platform/errors/errors.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import { insertDeliveries, updateWebhook, type WebhookRow } from './queries.ts';

const BATCH = 500;

/**
 * Makes deliveries of the changes that a locked webhook has not come to yet, and moves its place behind them: both or
 * neither, so that each change is delivered and none is made twice. Answers whether there may be more.
 */
export const expandChanges = async (tx: OpenTransaction, webhook: WebhookRow): Promise<boolean> => {
  const { organization_uuid, uuid: webhook_uuid, types } = webhook;
  const read = await readChanges(tx, organization_uuid, webhook, { limit: BATCH }).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 409) return null;
    throw error;
  });
  // The history was replaced under it: it goes on with what comes now.
  const next = read?.next ?? (await findHead(tx, organization_uuid));
  if (!next || next.position === webhook.position) return false;
  const wanted = (read?.changes ?? []).filter(({ type }) => types.length === 0 || types.includes(type));
  insertDeliveries(
    tx,
    wanted.map((change, number) => ({
      organization_uuid,
      uuid: randomUUID(),
      webhook_uuid,
      change_id: change.id,
      position: change.position,
      number,
      order_uuid: change.call_uuid ?? change.subject_uuid,
      change: new StoredJson(JSON.stringify(change)),
      happened_at: change.at,
    })),
  );
  updateWebhook(tx, webhook, { position: next.position, hash: next.hash });
  return read?.has_more ?? false;
};
