import type { Warning } from '@pharos/contract/about.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { askDatabase } from './queries.ts';

/** Health: `live` is the process alone, `ready` also its database, whose failure is a 503. */
export const aboutRoutes: Handlers<Routes['about'], { warnings: () => Promise<Warning[]> }> = {
  live: async () => ({ data: { live: true } }),
  ready: async ({ database }, { warnings }) => {
    await askDatabase(database);
    return { data: { ready: true as const, warnings: await warnings() } };
  },
};
