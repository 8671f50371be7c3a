import type { Routes } from '@pharos/contract/routes.ts';
import type { Handlers } from '../http/mount.ts';
import type { Storage } from '../storage/storage.ts';
import { addToEmptyHome } from './add-to-empty-home.ts';
import { getDemo } from './get.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes = (storage: Storage): Handlers<Routes['demo']> => ({
  get: getDemo,
  add: addToEmptyHome(storage),
  remove: removeDemo,
});
