import type { Routes } from '@pharos/contract/routes.ts';
import type { Handlers } from '../http/mount.ts';
import type { Storage } from '../storage/storage.ts';
import { addDemoHome } from './add-demo.ts';
import { getDemo } from './get.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes = (storage: Storage): Handlers<Routes['demo']> => ({
  get: getDemo,
  add: addDemoHome(storage),
  remove: removeDemo,
});
