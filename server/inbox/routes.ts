import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { joinCalls } from './joining/join.ts';
import { listParts, partCalls } from './joining/part.ts';
import { moveCall } from './move.ts';
import { offerCases } from './offer-cases.ts';

type Verbs = 'move' | 'join' | 'part' | 'parts' | 'offerCases';

export const inboxRoutes: Pick<Handlers<Routes['calls'], { recordings: Recordings }>, Verbs> = {
  move: moveCall,
  join: joinCalls,
  part: partCalls,
  parts: listParts,
  offerCases,
};
