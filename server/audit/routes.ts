import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { listEvents } from './list.ts';
import { verifyEvents } from './verify.ts';

export const auditRoutes: Handlers<Routes['audit']> = { list: listEvents, verify: verifyEvents };
