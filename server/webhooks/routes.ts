import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createWebhook, patchWebhook, removeWebhook, rotateSecret } from './change.ts';
import { getWebhook, listAttempts, listDeliveries, listWebhooks, replayAll, replayOne } from './list.ts';
import type { Needs } from './needs.ts';
import { findWebhook } from './queries.ts';

export const webhookRoutes: Handlers<Routes['webhooks'], Needs> = {
  list: listWebhooks,
  create: createWebhook,
  get: getWebhook,
  patch: patchWebhook,
  remove: removeWebhook,
  rotateSecret,
  deliveries: listDeliveries,
  attempts: listAttempts,
  replayOne,
  replay: replayAll,
};

export const webhookInPath: PathThing = { exists: findWebhook };
