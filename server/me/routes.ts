import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { changePassword } from './change-password.ts';
import { getMe } from './get.ts';

export const meRoutes: Handlers<Routes['me']> = { get: getMe, changePassword };
