import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { exportVcon } from './export.ts';
import { importVcon } from './import.ts';

export const vconRoutes: Handlers<Routes['vcons'], { recordings: Recordings }> = {
  create: importVcon,
  get: exportVcon,
};
