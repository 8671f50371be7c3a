import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { findNames } from './names/find-names.ts';
import { rebuildIndex } from './rebuild-index.ts';
import { searchByAddress, searchByBody } from './search.ts';
import { searchCallByAddress, searchCallByBody } from './search-call.ts';
import { verifyIndex } from './verify-index.ts';

export const searchRoutes: Handlers<Routes['search']> = {
  get: searchByAddress,
  post: searchByBody,
  call: searchCallByAddress,
  callByBody: searchCallByBody,
  names: findNames,
  verifyIndex,
  rebuildIndex,
};
