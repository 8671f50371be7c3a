import type { Routes } from '@pharos/contract/routes.ts';
import type { Handlers } from '../http/mount.ts';
import { getDemo } from './get.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes: Handlers<Routes['demo']> = { get: getDemo, remove: removeDemo };
