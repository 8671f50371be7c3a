import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { moveCall } from './move.ts';
import { offerCases } from './offer-cases.ts';

export const inboxRoutes: Pick<Handlers<Routes['calls']>, 'move' | 'offerCases'> = {
  move: moveCall,
  offerCases,
};
