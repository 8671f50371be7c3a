import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { rebuildIndex } from './rebuild-index.ts';
import { searchByAddress, searchByBody } from './search.ts';
import { searchCall } from './search-call.ts';
import { verifyIndex } from './verify-index.ts';

export const searchRoutes: Handlers<Routes['search']> = {
  get: searchByAddress,
  post: searchByBody,
  call: searchCall,
  verifyIndex,
  rebuildIndex,
};
