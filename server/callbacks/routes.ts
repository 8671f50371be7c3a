import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { hearAssemblyAi } from './assembly-ai.ts';
import { hearDeepgram } from './deepgram.ts';

export const callbackRoutes = (
  queue: Queue,
  done: (organization_uuid: string) => void,
): Handlers<Routes['callbacks']> => ({ deepgram: hearDeepgram(done), assembly_ai: hearAssemblyAi(queue) });
