import type { Routes } from '@pharos/contract/routes.ts';
import type { Handlers } from '../http/mount.ts';
import { listEvents } from './list.ts';
import { verifyEvents } from './verify.ts';

export const auditRoutes: Handlers<Routes['audit']> = { list: listEvents, verify: verifyEvents };
