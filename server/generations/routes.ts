import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { listGenerations } from './list.ts';
import { runGenerations } from './run.ts';

export const generationRoutes = (pool: AnalysisPool): Handlers<Routes['generations']> => ({
  list: listGenerations,
  run: runGenerations(pool),
});
