import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { cancel } from './cancel.ts';
import { getJob } from './get.ts';
import { listJobs, listJobsOfCall } from './list.ts';
import { retry } from './retry.ts';
import type { Starter } from './start.ts';
import { transcribe } from './transcribe.ts';

export const jobRoutes: Handlers<Routes['jobs'], { starter: Starter }> = {
  transcribe,
  listOfCall: listJobsOfCall,
  list: listJobs,
  get: getJob,
  cancel,
  retry,
};
