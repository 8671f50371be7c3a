import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { SignInTools } from '../sessions/create.ts';
import { acceptInvitation } from './accept.ts';
import { readInvitation } from './read.ts';

export const invitationRoutes = (tools: SignInTools): Handlers<Routes['invitations']> => ({
  read: readInvitation,
  accept: (request) => acceptInvitation(request, tools),
});
