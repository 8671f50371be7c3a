import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Decoder } from '../platform/serving/decoder.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { listServices, type Needs, removeServiceOf, setService } from './settings.ts';
import { testService } from './test-service.ts';

export const speechRoutes: Handlers<Routes['speech'], Needs & { decoder: Decoder }> = {
  list: listServices,
  set: setService,
  remove: removeServiceOf,
  test: testService,
};
