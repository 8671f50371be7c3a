import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { hearAssemblyAi } from './assembly-ai.ts';
import { hearDeepgram } from './deepgram.ts';

type Needs = { queue: Queue; sealer: Pick<Sealer, 'soon'> };

export const callbackRoutes: Handlers<Routes['callbacks'], Needs> = {
  deepgram: hearDeepgram,
  assembly_ai: hearAssemblyAi,
};
