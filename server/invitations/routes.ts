import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { SignInNeeds } from '../sessions/create.ts';
import { acceptInvitation } from './accept.ts';
import { readInvitation } from './read.ts';

export const invitationRoutes: Handlers<Routes['invitations'], SignInNeeds> = {
  read: readInvitation,
  accept: acceptInvitation,
};
