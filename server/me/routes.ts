import type { Routes } from '@pharos/contract/routes.ts';
import type { Limits } from '../auth/limits.ts';
import type { Handlers } from '../http/mount.ts';
import { changePassword } from './change-password.ts';
import { getMe } from './get.ts';

export const meRoutes = (limits: Limits): Handlers<Routes['me']> => ({
  get: getMe,
  changePassword: (request) => changePassword(request, limits),
});
