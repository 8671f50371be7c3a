import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { MOST_WEBHOOKS } from '@pharos/contract/webhooks.ts';
import { START } from '../changes/cursor.ts';
import { findHead } from '../platform/audit/queries.ts';
import { record } from '../platform/audit/record.ts';
import { sealChain } from '../platform/audit/seal.ts';
import type { Transaction } from '../platform/database/database.ts';
import { conflict, invalid, notFound, problem } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerWebhook, getWebhookRow } from './answer.ts';
import type { Needs } from './needs.ts';
import { type InsideHosts, mayCall } from './post.ts';
import {
  countWebhooks,
  deleteWebhook,
  findWebhookForUpdate,
  insertWebhook,
  updateWebhook,
  type WebhookRow,
} from './queries.ts';
import { requireWholeRights } from './rights.ts';
import { openSecret, replaceSecret } from './secrets.ts';

/** POST: a new webhook, for what changes from now on. */
export const createWebhook = async (
  { database, actor, body }: RouteRequest<Routes['webhooks']['create']>,
  { hooking: { vault, inside } }: Needs,
) => {
  requireWholeRights(actor);
  requireAddress(body.url, inside);
  const { organization_uuid, user_uuid: created_by } = actor;
  await sealChain(database, organization_uuid);
  return database.transaction(async (tx) => {
    if ((await countWebhooks(tx, organization_uuid)) >= MOST_WEBHOOKS)
      throw conflict('too_many_webhooks', `An organization has at most ${MOST_WEBHOOKS} webhooks`);
    const uuid = randomUUID();
    const { secret, secrets } = openSecret(vault, { organization_uuid, uuid });
    const { position, hash } = (await findHead(tx, organization_uuid)) ?? START;
    const { name, url, types = [], payload = 'thin' } = body;
    insertWebhook(tx, { organization_uuid, uuid, name, url, types, payload, secrets, position, hash, created_by });
    record(tx, actor, { subject_type: 'webhook', subject_uuid: uuid });
    const webhook = await answerWebhook(tx, await getWebhookRow(tx, organization_uuid, uuid));
    return { data: { webhook, secret } };
  });
};

/** PATCH (RFC 7396): what is left out stays. */
export const patchWebhook = (
  { database, actor, params, body }: RouteRequest<Routes['webhooks']['patch']>,
  { hooking: { inside } }: Needs,
) =>
  database.transaction(async (tx) => {
    requireWholeRights(actor);
    const current = await lock(tx, actor.organization_uuid, params.webhook_uuid);
    if (body.url !== undefined) requireAddress(body.url, inside);
    updateWebhook(tx, current, { ...body, updated_at: current.now });
    record(tx, actor, { subject_type: 'webhook', subject_uuid: current.uuid });
    return { data: await answerWebhook(tx, await getWebhookRow(tx, actor.organization_uuid, current.uuid)) };
  });

/** DELETE: nothing is sent any more, and its secrets and its log are gone. */
export const removeWebhook = ({ database, actor, params }: RouteRequest<Routes['webhooks']['remove']>) =>
  database.transaction(async (tx) => {
    requireWholeRights(actor);
    const current = await lock(tx, actor.organization_uuid, params.webhook_uuid);
    deleteWebhook(tx, current);
    record(tx, actor, { subject_type: 'webhook', subject_uuid: current.uuid });
  });

const DEFAULT_OVERLAP_HOURS = 24;

/** POST: a new secret; the one before signs beside it for some hours, so that a receiver can take it over in peace. */
export const rotateSecret = (
  { database, actor, params, body }: RouteRequest<Routes['webhooks']['rotateSecret']>,
  { hooking: { vault } }: Needs,
) =>
  database.transaction(async (tx) => {
    requireWholeRights(actor);
    const { now, ...current } = await lock(tx, actor.organization_uuid, params.webhook_uuid);
    const hours = body.overlap_hours ?? DEFAULT_OVERLAP_HOURS;
    const { secret, secrets } = replaceSecret(vault, current, new Date(Date.now() + hours * 3_600_000));
    updateWebhook(tx, current, { secrets, updated_at: now });
    record(tx, actor, { subject_type: 'webhook', subject_uuid: current.uuid });
    const row = await getWebhookRow(tx, actor.organization_uuid, current.uuid);
    return { data: { webhook: await answerWebhook(tx, row), secret } };
  });

const lock = async (
  tx: Transaction,
  organization_uuid: string,
  uuid: string,
): Promise<WebhookRow & { now: string }> => {
  const row = await findWebhookForUpdate(tx, organization_uuid, uuid);
  if (!row) throw notFound('webhook');
  return row;
};

const requireAddress = (url: string, inside: InsideHosts): void => {
  if (mayCall(url, inside)) return;
  const message = 'must be an https address of the internet, without a name or a password in it';
  throw invalid(problem('/url', 'address_not_allowed', message));
};
