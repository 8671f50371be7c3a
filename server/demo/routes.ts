import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { addToEmptyHome } from './add-to-empty-home.ts';
import { getDemo } from './get.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes: Handlers<Routes['demo'], { recordings: Recordings }> = {
  get: getDemo,
  add: addToEmptyHome,
  remove: removeDemo,
};
