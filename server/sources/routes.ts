import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { type Needs, receive } from './arrivals/receive.ts';
import { listArrivals, replayArrival } from './arrivals/replay.ts';
import { testSource } from './arrivals/test-source.ts';
import { createSource, patchSource, removeSource } from './change.ts';
import { getSource, listSources } from './list.ts';
import { findSource } from './queries.ts';

export const sourceRoutes: Handlers<Routes['sources'], Needs> = {
  list: listSources,
  create: createSource,
  get: getSource,
  patch: patchSource,
  remove: removeSource,
  test: testSource,
  arrivals: listArrivals,
  replay: replayArrival,
};

export const intakeRoutes: Handlers<Routes['intake'], Needs> = { receive };

export const sourceInPath: PathThing = { exists: findSource };
