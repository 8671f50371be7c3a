import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { type SignInTools, signIn } from './create.ts';
import { signOut } from './end.ts';

export const sessionRoutes = (tools: SignInTools): Handlers<Routes['sessions']> => ({
  create: (request) => signIn(request, tools),
  end: signOut,
});
