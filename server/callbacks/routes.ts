import type { Routes } from '@pharos/contract/routes.ts';
import type { Queue } from '../database/queue.ts';
import type { Handlers } from '../http/mount.ts';
import { hearAssemblyAi } from './assembly-ai.ts';
import { hearDeepgram } from './deepgram.ts';

export const callbackRoutes = (
  queue: Queue,
  done: (organization_uuid: string) => void,
): Handlers<Routes['callbacks']> => ({ deepgram: hearDeepgram(done), assembly_ai: hearAssemblyAi(queue) });
