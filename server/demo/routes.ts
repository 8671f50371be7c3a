import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { addToEmptyHome } from './add-to-empty-home.ts';
import { getDemo } from './get.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes = (storage: Storage): Handlers<Routes['demo']> => ({
  get: getDemo,
  add: addToEmptyHome(storage),
  remove: removeDemo,
});
