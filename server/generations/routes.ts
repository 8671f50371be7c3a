import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Models } from '../models/ask-model.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { listApproved } from './approved.ts';
import { decideValue, undecideValue } from './decide.ts';
import { listGenerations } from './list.ts';
import { valueExists } from './queries.ts';
import { runGenerations } from './run.ts';
import { tryPhrases } from './try.ts';

export const generationRoutes: Handlers<Routes['generations'], { analyses: AnalysisPool; models: Models }> = {
  list: listGenerations,
  run: runGenerations,
  try: tryPhrases,
  decide: decideValue,
  undecide: undecideValue,
  approved: listApproved,
};

export const valueInPath: PathThing = { exists: valueExists };
