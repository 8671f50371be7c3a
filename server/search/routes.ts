import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { searchByAddress, searchByBody } from './search.ts';
import { searchCall } from './search-call.ts';

export const searchRoutes: Handlers<Routes['search']> = {
  get: searchByAddress,
  post: searchByBody,
  call: searchCall,
};
