import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { cancel } from './cancel.ts';
import { getJob } from './get.ts';
import { listJobs, listJobsOfCall } from './list.ts';
import { retry } from './retry.ts';
import type { Starter } from './start.ts';
import { transcribe } from './transcribe.ts';

export const jobRoutes = (starter: Starter): Handlers<Routes['jobs']> => ({
  transcribe: transcribe(starter),
  listOfCall: listJobsOfCall,
  list: listJobs,
  get: getJob,
  cancel,
  retry: retry(starter),
});
